"""Twinstack's commands and pretty-printers for plain GDB:

    gdb -x python-helpers/twinstack-gdb.py ...      or      (gdb) source .../twinstack-gdb.py
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from twinstack import console  # noqa: E402 (found through the line above)

console.open()
