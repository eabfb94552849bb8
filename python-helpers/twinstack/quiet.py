"""Calling GDB without what it says to the user about it."""

import gdb

_function = None
_outcome = None
_depth = 0
_said = []  # what the helpers have said meanwhile


def quietly(function):
    """Call ``function()`` with GDB's console text held back; its result and that text.

    gdb.Breakpoint() announces itself ("Breakpoint 1 at …") on the console and in the log, and
    only gdb.execute(to_string=True) redirects both. MI's notifications come as ever; in GDB 18
    they are held back too, and the text is a sequence of MI records.
    """
    global _function, _outcome, _depth
    _function = function
    _depth += 1
    try:
        text = gdb.execute("python import %s; %s.run()" % (__name__, __name__), to_string=True)
    finally:
        _depth -= 1
        _speak()
    (result, error), _outcome = _outcome, None
    if error is not None:
        raise error
    return result, text


def wordless(function):
    """The result of ``function()``, called as ``quietly`` does; at once within another such call, which
    takes a third of the time."""
    return function() if _depth else quietly(function)[0]


def aloud(text):
    """Write to GDB's log, as soon as that is not held back."""
    _said.append(text)
    _speak()


def _speak():
    while _said and not _depth:
        gdb.write(_said.pop(0), gdb.STDERR)


def run():
    """The other end of ``quietly``, called by GDB; an error has to be carried past GDB, which
    would say "Error while executing Python code." instead."""
    global _outcome
    try:
        _outcome = _function(), None
        gdb.write("\n")  # GDB 18 holds an unfinished line back until the text is not taken any more
    except Exception as error:  # raised again by quietly
        _outcome = None, error
