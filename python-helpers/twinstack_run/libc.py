"""Functions of the C library that Python's own does not have."""

import ctypes

LIBC = ctypes.CDLL(None, use_errno=True)


def function(name, *kinds):
    """A function that takes those kinds of numbers and answers one; raises OSError."""
    found = getattr(LIBC, name)
    found.restype = ctypes.c_long
    found.argtypes = kinds

    def call(*numbers):
        answer = found(*numbers)
        if answer < 0:
            raise OSError(ctypes.get_errno(), name)
        return answer

    return call


def prctl(option, argument):
    """What a process sets for itself (prctl(2)); raises OSError."""
    function("prctl", *[ctypes.c_long] * 5)(option, argument, 0, 0, 0)
