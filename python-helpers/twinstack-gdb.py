"""Twinstack's commands and pretty-printers for plain GDB:

    gdb -x python-helpers/twinstack-gdb.py ...      or      (gdb) source .../twinstack-gdb.py
"""

import os
import sys

# Where a script sources another one, __file__ is still the first one's name.
HERE = os.path.dirname(os.path.abspath(sys._getframe().f_code.co_filename))
sys.path.insert(0, HERE)

from twinstack import console  # noqa: E402 (found through the line above)

console.open()
