"""Calls a C function, which is not an extension's, twice; with the GIL or without."""

import ctypes
import sys

library = {"with": ctypes.PyDLL, "without": ctypes.CDLL}[sys.argv[2]](sys.argv[1])
for number in range(2):
    result = library.twice(number)
    print(result)  # @behind
