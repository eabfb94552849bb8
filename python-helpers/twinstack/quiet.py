"""Calling GDB without what it says to the user about it."""

import gdb

_function = None
_outcome = None


def quietly(function):
    """Call ``function()`` with GDB's console text held back; its result and that text.

    gdb.Breakpoint() announces itself ("Breakpoint 1 at …") on the console and in the log, and
    only gdb.execute(to_string=True) redirects both. MI's notifications come as ever; in GDB 18
    they are held back too, and the text is a sequence of MI records.
    """
    global _function, _outcome
    _function = function
    text = gdb.execute("python import %s; %s.run()" % (__name__, __name__), to_string=True)
    (result, error), _outcome = _outcome, None
    if error is not None:
        raise error
    return result, text


def run():
    """The other end of ``quietly``, called by GDB; an error has to be carried past GDB, which
    would say "Error while executing Python code." instead."""
    global _outcome
    try:
        _outcome = _function(), None
        gdb.write("\n")  # GDB 18 holds an unfinished line back until the text is not taken any more
    except Exception as error:  # raised again by quietly
        _outcome = None, error
