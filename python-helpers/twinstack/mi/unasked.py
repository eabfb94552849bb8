"""What the helpers tell the adapter without being asked: lines of GDB's log, which MI passes on in
their place among its records (``&"twinstack…"``).

A sentence for the user begins with ``twinstack: ``, an event with ``twinstack-event``, its name and
the JSON object of its fields. Each is one call of gdb.write, hence one record.
"""

from ..quiet import aloud
from .json_line import encoded


def sentence(text):
    aloud("twinstack: %s\n" % text)


def event(name, **fields):
    aloud("twinstack-event %s %s\n" % (name, encoded(fields)))
