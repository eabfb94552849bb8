"""Two greenlets; one of them stops while the other one is parked in the middle of its calls."""

import greenlet

import probe


def inner(other):
    other.switch()
    probe.checkpoint(None)


def first():
    inner(second)


def parked():
    first_.switch()


def other():
    probe.through(parked)


first_ = greenlet.greenlet(first)
second = greenlet.greenlet(other)
first_.switch()
