"""Calls of all sorts, for ever, in several threads; a timer stops the program at any moment."""

import random
import signal
import threading

import probe


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.key < other.key

    @property
    def key(self):
        return probe.through(identity, self.n)


def identity(n):
    return n


def generator(n):
    if n:
        yield from generator(n - 1)
    yield n


def recursion(n):
    return recursion(n - 1) if n else sum(generator(5))


async def coroutine(n):
    return await coroutine(n - 1) if n else recursion(3)


def work():
    while True:
        sorted([Item(random.random()) for _ in range(5)])
        try:
            coroutine(4).send(None)
        except StopIteration:
            pass
        probe.through(recursion, 6)
        eval("[identity(i) for i in range(3)]")


for _ in range(2):
    threading.Thread(target=work, daemon=True).start()
probe.checkpoint(None)
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.0173)
work()
