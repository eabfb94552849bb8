"""Stops in C under every construct that puts Python frames on the stack."""

import asyncio
import functools
import threading

from recorder import record
from truth import probe, through


def here():
    return probe(record)


def recursion(depth):
    if depth == 0:
        return here()
    return recursion(depth - 1)


def through_c():
    return through(through, through, here)


def alternating(depth):
    if depth == 0:
        return here()
    return through(alternating, depth - 1)


def numbers():
    yield 1
    here()
    yield 2


def delegating():
    yield from numbers()


def generators():
    for _ in numbers():
        pass
    for _ in delegating():
        pass
    return list(delegating())


def wide_columns():
    é = "日本語"; wide = "😀😀"; return (é, wide, here())


def spread():
    return max(
        1,
        here() or 0,
        2,
    )


class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        here()
        return self.value < other.value

    @property
    def asked(self):
        return here()

    def __getattr__(self, name):
        return here()

    class Nested:
        def method(self):
            return (lambda: here())()


def slots():
    sorted([Ordered(2), Ordered(1)])
    thing = Ordered(0)
    thing.asked
    thing.missing
    return Ordered.Nested().method()


def driven_by_c():
    sorted([1], key=lambda _: here())
    functools.reduce(lambda a, b: here(), [1, 2])
    return list(map(lambda _: here(), [1]))


def comprehensions():
    return [here() for _ in range(1)], {here(): 1 for _ in range(1)}, list(here() for _ in range(1))


def class_body():
    class Body:
        value = here()

    return Body


def dynamic():
    exec("def made():\n    return here()\nmade()", {"here": here})
    return eval("here()")


def while_handling():
    try:
        raise ValueError("handled")
    except ValueError:
        return here()


def decorated():
    def wrap(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)

        return wrapper

    return wrap(wrap(here))()


async def awaited():
    async def agen():
        yield here()

    async for _ in agen():
        pass
    return here()


def coroutine():
    return asyncio.run(awaited())


def imported():
    import probed_at_import

    return probed_at_import


def thread():
    worker = threading.Thread(target=through, args=(here,))
    worker.start()
    worker.join()


SITUATIONS = [
    here,
    through_c,
    generators,
    wide_columns,
    spread,
    slots,
    driven_by_c,
    comprehensions,
    class_body,
    dynamic,
    while_handling,
    decorated,
    coroutine,
    imported,
    thread,
]

for situation in SITUATIONS:
    situation()
recursion(30)
alternating(10)
