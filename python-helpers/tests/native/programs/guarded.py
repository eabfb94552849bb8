"""Calls a function of C code with the GIL."""

import ctypes
import sys

getattr(ctypes.PyDLL(sys.argv[1]), sys.argv[2])()
print("behind")  # @behind
