"""Calling GDB without what it says to the user about it."""

import gdb

_call = None


def quietly(function):
    """Call ``function()`` with GDB's console text held back; its result and that text.

    gdb.Breakpoint() announces itself ("Breakpoint 1 at …") on the console and in the log, and
    only gdb.execute(to_string=True) redirects both. MI's notifications are not affected.
    """
    global _call
    results = []
    _call = lambda: results.append(function())  # noqa: E731
    text = gdb.execute("python import %s; %s.run()" % (__name__, __name__), to_string=True)
    return results[0], text


def run():
    """The other end of ``quietly``: called by name from GDB's own interpreter."""
    _call()
