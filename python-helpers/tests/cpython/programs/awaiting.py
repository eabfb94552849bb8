"""A coroutine and a generator whose code has run often, then also under a trace function: CPython
has other instructions in the places of theirs."""

import sys

import probe


class Awaited:
    def __await__(self):
        yield


async def coroutine():
    await Awaited()


def generator():
    yield 1


def stop(awaiting, yielding):
    probe.checkpoint(None)


def run():
    for _ in range(100):
        awaiting, yielding = coroutine(), generator()
        awaiting.send(None)
        next(yielding)
    stop(awaiting, yielding)


def trace(*event):
    return trace


run()
sys.settrace(trace)
run()
