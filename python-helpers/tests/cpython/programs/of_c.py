"""Python code in a thread that C makes."""

import ctypes
import sys

seen = []


@ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
def called(argument):
    seen.append(argument)  # @called
    return None  # @return


libc, thread = ctypes.CDLL(None), ctypes.c_ulong()
for number in range(1, 3):
    libc.pthread_create(ctypes.byref(thread), None, called, number)
    libc.pthread_join(thread, None)
with open(sys.argv[1], "w") as file:
    file.write(str(seen))
