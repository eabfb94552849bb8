"""Loops that a JIT compiles, with calls of C inside, for ever; a timer stops the program at any moment."""

import signal

import probe


def identity(n):
    return n


def hot(n):
    total = 0
    for i in range(n):
        total += i % 7
        if i % 64 == 0:
            total += probe.through(identity, i)
    return total


def work():
    while True:
        hot(20000)


probe.checkpoint(None)
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.0173)
work()
