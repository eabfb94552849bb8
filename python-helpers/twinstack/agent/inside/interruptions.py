"""What interrupts the agent's code is the program's, which is to get it: what a handler of a signal raises, or whoever interrupts a thread."""

OWN_ERRORS = {  # exactly
    *(AttributeError, IndexError, KeyError, LookupError, MemoryError, NameError, RecursionError, RuntimeError, TypeError),
    *(UnicodeDecodeError, UnicodeEncodeError, UnboundLocalError, ValueError),
}
DEEP = 50  # frames: an expression recurses by itself
interruptions = []  # of what GDB has asked for while the program stands: they come when it goes on


def is_own_error(error):
    """Whether the agent's own code, or an expression that it has evaluated, has raised it."""
    files = [code.co_filename for code in codes_of(error)]
    if type(error) is RecursionError and len(files) < DEEP:
        return False  # the program's recursion, which has left no room: CPython 3.8 ends where it goes on behind that
    if type(error) is KeyboardInterrupt or is_of_handler(error):
        return False
    return OF_BREAKPOINT in files or type(error) in OWN_ERRORS and files[-1:] in ([FILE], [])


def is_kept_back():
    """In a handler of any exception: whether it is of the agent's own code, which the program is not to see; GDB is told of it."""
    error = sys.exc_info()[1]
    if not is_own_error(error):
        return False
    tell(event="failed", error=described(error))
    return True


def codes_of(error):
    """The code objects through which an exception has come, the innermost last."""
    trace, found = error.__traceback__, []
    while trace is not None:
        found.append(trace.tb_frame.f_code)
        trace = trace.tb_next
    return found


def is_of_handler(error):
    """Whether a handler of the program's for a signal has raised it, and none that was called by its name."""
    module, codes = sys.modules.get("_signal"), codes_of(error)
    if module is None:
        return False
    handlers = [code_called(module.getsignal(number)) for number in range(1, module.NSIG) if module.getsignal(number) is not woken]
    pairs = zip([None] + codes, codes)
    return any(code is each and (caller is None or code.co_name not in caller.co_names) for caller, code in pairs for each in handlers)


def code_called(function):
    """That of a function, method, partial or object of a class of Python; else None."""
    while type(function).__name__ == "partial":
        function = function.func
    kind = type(function)
    if kind.__name__ == "method":
        function = function.__func__
    elif kind is not FUNCTION:
        calls = (namespace_of(each).get("__call__") for each in mro_of(kind))
        function = next((each for each in calls if each is not None), None)
    return function.__code__ if type(function) is FUNCTION else None


def keep_interruption(error):
    """The program gets it when it goes on."""
    if is_of_handler(error):
        interruptions.append(error)
