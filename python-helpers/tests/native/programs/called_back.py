"""A function of Cython's calls one of Python's, by way of Cython's own code."""

import sys

sys.path.insert(0, sys.argv[1])
import chain


class Two:
    @property
    def x(self):
        return 2  # @x


chain.summed([1], Two())
