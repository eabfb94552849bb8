"""Runs a known chain of calls through Python and C without end, until the file of the first argument exists."""

import os
import sys

import chain


def first():
    chain.through(second)


def second():
    for _ in third():
        pass


def third():
    yield fourth()


def fourth():
    return [chain.through(fifth) for _ in range(3)]


def fifth():
    return sum(x * x for x in range(20))


print("running", flush=True)
while not os.path.exists(sys.argv[1]):
    first()
