"""DAP's setExceptionBreakpoints: C++ exceptions, fatal errors of Python, signals.

The breakpoints are internal (a negative number, unknown to ``info breakpoints``, no records of
MI but ``*stopped,reason="breakpoint-hit",bkptno="-5"``); what they have caught is kept for
``exception-info`` until the program runs on.
"""

from functools import partial

import gdb

from .. import session
from ..commands import operation
from ..errors import UserError
from ..inferior import arguments
from ..mi import unasked
from ..native import cpp_exceptions
from ..quiet import quietly
from ..resumes import on_resume
from . import cpython_functions, exceptions_of_c, signal_conditions, signals
from .breakpoint_sets import refuse_while_running
from .type_names import names_of_types

CPP = {"cpp_throw": "throw", "cpp_rethrow": "rethrow", "cpp_catch": "catch"}  # filters and probes
FUNCTIONS = {
    "throw": ("__cxa_throw", lambda memory, thrown, type_info: cpp_exceptions.Thrown(memory, thrown, type_info)),
    "rethrow": ("_Unwind_Resume_or_Rethrow", lambda memory, header, _: cpp_exceptions.by_header(memory, header)),
    "catch": ("__cxa_begin_catch", lambda memory, header, _: cpp_exceptions.by_header(memory, header)),
}
FATAL = "python_fatal"
TITLES = {
    "throw": "C++ exception thrown",
    "rethrow": "C++ exception rethrown",
    "catch": "C++ exception caught",
    FATAL: "Fatal Python error",
}
# CPython: Python/pylifecycle.c; exported, each by itself the way to the end of the process
FATAL_FUNCTIONS = {
    "Py_FatalError": ("msg", 0),
    "_Py_FatalErrorFunc": ("msg", 1),
    "_Py_FatalErrorFormat": ("format", 1),
}

_natives = []
_fatal = []  # CPythonFunctions
_caught = {}  # global number of a thread -> what it stopped at


class ExceptionBreakpoint(gdb.Breakpoint):
    """Stops where ``describe()`` returns what is told of the stop: {"title", "id", "description", …}."""

    describe = None

    def stop(self):
        try:
            caught = self.describe()
        except Exception as error:  # GDB takes one for a yes, and says nothing of what was caught
            caught = {"title": "Exception", "id": "exception", "description": "It cannot be read: %s." % error}
        if caught is not None:
            _caught[gdb.selected_thread().global_num] = caught
        return caught is not None


@operation("set-exception-breakpoints")
def set_exception_breakpoints(filters):
    """Replace what is stopped at: {"filter": one of CPP, FATAL, exceptions_of_c.FILTER or of signals, "condition"} each.

    {"breakpoints": {"verified", "message"} each, in their order; "natives": the numbers by which
    GDB tells of stops there}; of those that are added later an event "exception-breakpoint" tells, {"number"}.
    """
    refuse_while_running()
    exceptions_of_c.forget()
    while _fatal:
        _fatal.pop().delete()
    while _natives:
        native = _natives.pop()
        if native.is_valid():
            native.delete()
    wanted = [(each["filter"], (each.get("condition") or "").strip()) for each in filters]
    rows = [_set(name, condition) for name, condition in wanted]
    accepted = [each for each, row in zip(wanted, rows) if row["verified"]]
    signals.stop_at(dict(each for each in accepted if each[0] in signals.FILTERS))
    return {"breakpoints": rows, "natives": [str(each.number) for each in _natives if each.is_valid()]}


def _set(name, condition):
    try:
        if name in CPP:
            _catch(CPP[name], cpp_exceptions.type_condition(condition) if condition else None)
        elif name == FATAL:
            cpython_functions.at(_fatal, {function: partial(_at_fatal, function) for function in FATAL_FUNCTIONS})
        elif name == exceptions_of_c.FILTER:
            exceptions_of_c.want(_add, names_of_types(condition))
        elif name not in signals.FILTERS:
            raise UserError("There is no exception filter '%s'." % name)
        elif condition:
            signal_conditions.check(condition)
    except (UserError, gdb.error) as error:
        return {"verified": False, "message": str(error)}
    return {"verified": True, "message": None}


def _add(describe, *spec, **where):
    native, _ = quietly(lambda: ExceptionBreakpoint(*spec, internal=True, **where))
    native.describe = describe
    _natives.append(native)
    return native


def _catch(probe, is_wanted):
    """At the probe of libstdc++; where there is none, at the function that stands for it."""

    def caught(thrown):
        if thrown is None or is_wanted is not None and not is_wanted(thrown):
            return None
        return of_thrown(thrown, TITLES[probe])

    at_probe = _add(lambda: caught(cpp_exceptions.by_probe(_memory())), "-probe-stap libstdcxx:" + probe)
    function, thrown = FUNCTIONS[probe]
    _add(lambda: caught(thrown(_memory(), *_arguments())) if at_probe.pending else None, function=function)


def _memory():
    return session.at_breakpoint().memory


def _arguments():
    return [arguments.passed(gdb.selected_frame(), each) for each in (0, 1)]


def of_thrown(thrown, title):
    """What is told of a C++ exception."""
    name, text = thrown.type_name, thrown.message()
    description = name if text is None else "%s: %s" % (name, text)
    return {"title": title, "id": name, "description": description, "typeName": name, "message": text}


def _at_fatal(function, place):
    name, index = FATAL_FUNCTIONS[function]

    def caught():
        if not native.function.is_here():
            return None
        text = _memory().text(arguments.passed(gdb.selected_frame(), index, name))
        return {"title": TITLES[FATAL], "id": TITLES[FATAL], "description": text, "message": text}

    native = _add(caught, place)
    number = str(native.number)
    gdb.post_event(lambda: unasked.event("exception-breakpoint", number=number))  # what "file" says is taken as a string
    return native


def caught(thread):
    """What the thread of that global number has stopped at; None for anything else."""
    return _caught.get(thread)


@on_resume
def forget(thread=None):
    """Forget what that thread, or any, had stopped at."""
    if thread is None:
        _caught.clear()
    _caught.pop(thread, None)
