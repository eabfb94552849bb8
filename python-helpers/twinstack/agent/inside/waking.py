"""What GDB wakes code of the user's with where that waits in C, in the main thread: a signal that the program has no use for.

CPython's own C code runs the handlers of signals when a system call is interrupted; in other threads it runs none.
"""

MAY_WAKE, WAKES = 1, 2  # what the byte WAKE of ``control`` means: nobody else has the signal, by GDB; and it raises
previous = []  # the handler in whose place ours is, if it is


def listen():
    """From here on to ``deafen`` the signal raises KeyboardInterrupt, where this thread gets any."""
    module = sys.modules.get("_signal")
    if control[WAKE] != MAY_WAKE or module is None:
        return
    try:
        previous.append(module.signal(module.SIGURG, woken))
    except ValueError:  # it is another thread, or interpreter, than the main one
        return
    control[WAKE] = WAKES


def woken(*signal):
    if control[WAKE] == WAKES:
        raise KeyboardInterrupt


def deafen():
    """May be called again where it was interrupted itself, by what came last. A handler that the code has set meanwhile stays."""
    control[WAKE] = 0
    while previous:
        module = sys.modules["_signal"]
        if module.getsignal(module.SIGURG) is woken:
            module.signal(module.SIGURG, previous[-1] or module.SIG_DFL)
        previous.pop()
