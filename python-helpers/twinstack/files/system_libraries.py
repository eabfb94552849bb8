"""Which libraries are the system's, or extensions of Python's standard library; their names tell."""

import os

NAMES = ("libc.", "libc-", "ld-", "libm.", "libm-", "libpthread", "libdl", "libstdc++", "libgcc_s")
STANDARD_MODULES = "/lib-dynload/"


def has(path):
    return os.path.basename(path).startswith(NAMES) or STANDARD_MODULES in path
