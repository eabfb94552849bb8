"""Functions, a generator, a coroutine and an exception, to be stepped through by lines."""

import asyncio
import sys

from imported_later import doubled


def add(a, b):  # @add
    # @comment
    total = a + b  # @sum

    return total  # @return


def numbers():
    yield 1  # @yield
    yield 2


async def answer():
    await asyncio.sleep(0)  # @await
    return 42  # @after


def fails():
    raise ValueError("as it must")  # @raise


def guarded():
    try:  # @try
        fails()  # @calling
    except ValueError:  # @except
        return True  # @caught


results = [add(n, n) for n in range(5)]  # @loop
results.append(sum(numbers()))  # @generator
for number in numbers():  # @for
    results.append(number)  # @body
results.append(asyncio.run(answer()))  # @run
results.append(guarded())  # @guard
results.append(doubled(4))  # @imported
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
