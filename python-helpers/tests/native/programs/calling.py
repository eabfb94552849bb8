"""Calls a C function, which is not an extension's, twice."""

import ctypes
import sys

library = ctypes.CDLL(sys.argv[1])
for number in range(2):
    result = library.twice(number)
    print(result)  # @behind
