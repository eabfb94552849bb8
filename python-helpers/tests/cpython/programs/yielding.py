"""A generator that is resumed and left by a loop, again and again; C stops the program once."""

import probe


def numbers():
    while True:
        yield 1


def passing():
    for number in numbers():
        yield number


def consume():
    values = passing()
    next(values)
    probe.checkpoint(None)
    for _ in values:
        pass


consume()
