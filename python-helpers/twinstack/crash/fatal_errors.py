"""With what text CPython has ended the program (Py_FatalError), where its debug information tells; Python/pylifecycle.c."""

import gdb

NEWEST = 15  # frames from abort() to the function that was called
FUNCTIONS = ("fatal_error", "_Py_FatalErrorFunc", "Py_FatalError")
ARGUMENT = "msg"
MOST = 500


def message(site):
    """The text that CPython said at a crash_sites.CrashSite, or None."""
    if not site.is_signal("SIGABRT"):
        return None
    for native in site.frames[:NEWEST]:
        if native.frame.name() in FUNCTIONS:
            text = _text(native.frame)
            if text:
                return text
    return None


def _text(frame):
    try:
        value = frame.read_var(ARGUMENT)
        return None if value.is_optimized_out or not int(value) else value.string(errors="replace", length=-1)[:MOST]
    except (gdb.error, ValueError):
        return None
