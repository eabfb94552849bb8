"""GDB/MI's records leave GDB in one write each.

GDB 13 to 18 do not buffer their standard output and put notifications, and what they print for the user, there byte by byte: 151,716
system calls for the 500 ``=breakpoint-created`` of as many breakpoints, and as many reads of whoever listens. Every record is a
line, so that with a buffer of lines (setvbuf(3), _IOLBF) none is ever held back.
"""

_LINES = 1  # _IOLBF of glibc and musl
_SIZE = 1 << 16


def begin():
    """Once; where there is no ctypes, or GDB has a C library of its own, all stays as it is."""
    try:
        import ctypes

        library = ctypes.CDLL(None)
        library.malloc.restype = ctypes.c_void_p
        stream = ctypes.c_void_p.in_dll(library, "stdout")
        library.setvbuf(stream, ctypes.c_void_p(library.malloc(_SIZE)), _LINES, ctypes.c_size_t(_SIZE))
    except (ImportError, OSError, ValueError, AttributeError):
        pass
