"""It runs itself anew in its own process, once: argv is the file for the result."""

import os
import sys


def count(n):
    return n + 1  # @counted


if "again" not in sys.argv:
    count(0)
    os.execv(sys.executable, [sys.executable, __file__, sys.argv[1], "again"])
with open(sys.argv[1], "w") as result:
    result.write(str(count(1)))
