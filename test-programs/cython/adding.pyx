# cython: language_level=3
"""Adds in a C loop."""


cdef long add(long total, long item):
    cdef long both = total + item  # @declaration
    return both  # @add


def add_all(items):  # @add-all
    cdef long total = 0
    for item in items:
        total = add(total, item)  # @loop
    return total  # @total
