"""What the helpers tell the adapter without being asked: lines of GDB's log, which MI passes on in
their place among its records (``&"twinstack…"``).

A sentence for the user begins with ``twinstack: ``, an event with ``twinstack-event``, its name and
the JSON object of its fields. Each is one call of gdb.write, hence one record.
"""

import gdb

from .commands import ENCODER


def sentence(text):
    gdb.write("twinstack: %s\n" % text, gdb.STDERR)


def event(name, **fields):
    gdb.write("twinstack-event %s %s\n" % (name, ENCODER.encode(fields)), gdb.STDERR)
