"""A generator, a comprehension, a property, a decorator, a context manager and two tasks, to be stepped into and through."""

import asyncio
import contextlib
import sys


def doubled(function):
    def twice(n):
        return 2 * function(n)  # @wrapper

    return twice


@doubled
def plain(n):
    return n + 1  # @wrapped


class Box:
    def __init__(self, size):
        self._size = size  # @init

    @property
    def size(self):
        return self._size  # @property

    @size.setter
    def size(self, size):
        self._size = size  # @setter


@contextlib.contextmanager
def opened(box):
    box.size += 1  # @entered
    yield box  # @managed
    box.size -= 1  # @left


class Manager:
    def __enter__(self):
        return 7  # @enter

    def __exit__(self, *error):
        return None  # @exit


def numbers(n):
    yield n  # @first
    yield n + 1  # @second


def square(n):
    return n * n  # @square


def work():
    found = [plain(1)]  # @decorated
    box = Box(3)  # @made
    found.append(box.size)  # @read
    box.size = 4  # @set
    with opened(box) as inner:  # @opened
        found.append(inner._size)  # @inside
    with Manager() as seven:  # @managing
        found.append(seven)  # @seven
    each = numbers(5)  # @generator
    found.append(next(each))  # @next
    found.append(next(each))  # @again
    found.append([square(n) for n in (2, 3)])  # @comprehension
    return found  # @found


def emptied(numbers):
    while numbers: numbers.pop()  # @rounds
    return numbers  # @empty


async def task(name, seen):
    seen.append(name)  # @begun
    await asyncio.sleep(0)  # @awaited
    seen.append(name)  # @between
    await asyncio.sleep(0)  # @awaited-again
    seen.append(name)  # @ended
    return name  # @result


async def tasks():
    seen = []
    await asyncio.gather(task("a", seen), task("b", seen))  # @gathered
    return "".join(seen)  # @joined


results = work()
results.append(asyncio.run(tasks()))
results.append(emptied([1, 2]))
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
