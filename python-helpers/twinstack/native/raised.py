"""What Python code raises that GDB runs within an expression, as the xmethods of libstdc++ are (``std::vector::at``)."""

import contextlib
import sys

import gdb

UNTOLD = "Error while executing Python code."  # GDB's words; the exception itself it prints where no client looks
STACKS = "python print-stack"


@contextlib.contextmanager
def told(expression):
    """Within it GDB's error says what an expression raised that may call something. GDB hands an exception to Python's own hook only where it is to print all of its stack."""
    if "(" not in expression:
        yield
        return
    before, hook, raised = gdb.parameter(STACKS), sys.excepthook, []
    sys.excepthook = lambda kind, error, traceback: raised.append(error)
    gdb.execute("set %s full" % STACKS, to_string=True)
    try:
        yield
    except gdb.error as error:
        if not raised or str(error) != UNTOLD:
            raise
        raise gdb.error("%s: %s" % (type(raised[-1]).__name__, raised[-1])) from None
    finally:
        gdb.execute("set %s %s" % (STACKS, before), to_string=True)
        sys.excepthook = hook
