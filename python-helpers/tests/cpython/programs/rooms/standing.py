"""Code that has a frame of its own."""

import sys

from .exceptions import caught


def generator():
    yield 1


def standing():
    """Code that has a frame of its own."""
    fresh, waiting, done, inner = generator(), delegating(), generator(), awaiting()
    next(waiting)
    list(done)
    inner.send(None)
    return {
        "fresh": fresh,
        "waiting": waiting,
        "done": done,
        "awaiting": inner,
        "asynchronous": asynchronous(),
        "trace": caught().__traceback__,
        "frame_": sys._getframe(),
    }


def delegating():
    mark = "in delegating"
    yield from generator()  # @delegating
    return mark


class Awaited:
    def __await__(self):
        yield "awaited"


async def awaiting():
    marker = "in awaiting"
    await Awaited()  # @awaiting
    return marker


async def asynchronous():
    yield 1
