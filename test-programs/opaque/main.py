"""Objects whose values only their own code tells."""

import array
import collections
import os
import sys

import opaque


class Plain:
    def __init__(self):
        self.number = 1


class Account:
    """Says of itself what its attributes do not."""

    def __init__(self, owner):
        self.owner = owner

    def __repr__(self):
        return "<account of %s>" % self.owner.upper()


class Counted:
    """Changes when it is looked at."""

    def __init__(self):
        self.looks = 0

    def __repr__(self):
        self.looks += 1
        print("looked at", self.looks, flush=True)
        return "looked at %d times" % self.looks


class Failing:
    def __repr__(self):
        raise ValueError("nothing to say")


class Endless:
    def __repr__(self):
        while True:
            pass


class Long:
    def __repr__(self):
        return "x" * 100000


class Titled(dict):
    def __repr__(self):
        return "titled " + super().__repr__()


Pair = collections.namedtuple("Pair", "left right")


def work(grid):
    plain, account, counted, failing, endless, long = Plain(), Account("ada"), Counted(), Failing(), Endless(), Long()
    titled, pair, numbers = Titled(one=1), Pair(1, 2), array.array("i", [1, 2])
    total = opaque.total(grid)  # @call
    if "die" in sys.argv:
        os.abort()
    while "go on" in sys.argv:
        total += 1
    return total, plain, account, counted, failing, endless, long, titled, pair, numbers  # @end


print("total", work(opaque.Grid(3, 2))[0], flush=True)
