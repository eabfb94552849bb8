"""Steps by Python's lines, and from C to Python: the agent ends them."""

import itertools

import gdb

from ... import selection, session
from ...commands import operation
from ...errors import UserError
from ...inferior import thread_registers
from ...stack import merge
from ..arrival import delivery, native_stops, next_safe_point, safe_points
from ..border import crossings
from ..calls import errands
from ..talk import conversation, process

MAX_DEPTH = 100000  # frames of the stack that are looked through
KINDS = {"next": "next", "stepIn": "in", "stepOut": "out"}
LANDING = "landing"
NOT_IN_PYTHON = "Thread %d runs no Python code, or C code of an extension above it."
NO_CALLER = "No Python code has called the C code in which thread %d stands."


@operation("python-step")
def python_step(thread, kind, returned=False, paused=False, target=None):
    """The next resume of the program is a step of a thread in its newest Python frame. An errand's answer (errands): {}.

    ``kind``: "next", "stepIn" or "stepOut". Where the thread stands in C code of the user's, "stepOut" ends at the line of Python that has called it. The
    others end where Python code begins that the C code calls, and "stepIn" also where C code of the user's begins that CPython calls; unless a step of GDB's ends before.
    ``returned``: the thread stands where a C function has just returned to CPython, as at the end of a step of GDB's.
    ``paused``: it stands by chance where it is, and the step begins at its next safe point, in the Python frame that is its newest now. Raises UserError
    where C code of the user's runs above that.
    ``target``: [begin, end] of a call, as of ``python-calls``: the only one of the line's that a "stepIn" goes into.
    """
    selected = selection.thread(thread)
    agent = process.current()
    if kind == "stepIn" and (returned or agent is not None and agent.stands()):
        if agent is not None:
            agent.learn()
        crossings.watch(selected, target and (_newest(selected).address, *target))
    if agent is not None and agent.stands():
        agent.step(selected, KINDS[kind], target and tuple(target))
        return {"result": {}}
    if paused or _is_there_by_chance(selected, returned):
        if not next_safe_point.runs_python(selected):
            raise UserError(NOT_IN_PYTHON % thread)
        return _begun(_paused(selected, KINDS[kind]))
    if kind == "stepOut" and not returned:
        if not crossings.out():
            raise UserError(NO_CALLER % thread)
        return {"result": {}}
    return _begun(_armed(selected, KINDS[kind], returned))


@operation("python-step-on")
def python_step_on(thread):
    """The "stepIn" of a thread that the program's last stop has ended, in CPython's code, goes on with the next resume: {}."""
    if process.current() is not None:
        process.current().commands.steps_on("in")
        crossings.watch(selection.thread(thread))
    return {}


@operation("python-entry")
def python_entry(thread):
    """The next resume of the program, where a thread stands at the beginning of CPython's function that runs a module, and holds the GIL, is a
    step to that module's first line. An errand's answer (errands): {}."""
    selection.thread(thread).switch()
    return _begun(safe_points.start(asking=lambda agent: _asked(agent, conversation.BEGINNING)))


def _begun(work):
    """An errand's answer (errands), {}: a generator begins the step of the next resume, for which the agent may have to be brought into the program first."""

    def errand():
        yield from work
        if errands.came_late() and process.current() is not None:
            process.current().forget_step()
        return {}

    return errands.begin(errand())


def _is_there_by_chance(thread, returned):
    """Whether it runs Python code, as behind a stop of another thread that came first, where no step can begin at once."""
    newest = next(iter(session.python().stacks.of(thread)), None)
    return isinstance(newest, merge.Placed) and native_stops.refusal(returned) is not None


@operation("python-calls")
def python_calls(thread, frame):
    """What the line of a Python frame is still to call that "stepIn" could go into. An errand's answer (errands): {"calls": {"name", "begin",
    "end": the offsets of its instructions} each, in their order}. None of the user's code is run for it."""
    selected, agent = selection.thread(thread), process.current()
    if agent is None or not agent.stands() or agent.stand.holder != selected:
        raise UserError("What a line of Python calls is known where thread %d has stopped on it." % thread)
    if _newest(selected).address != int(frame, 0):
        raise UserError("Only a thread's newest frame is stepped into; select the top of the stack.")
    return errands.begin(_calls(agent, selected))


def _calls(agent, thread):
    """The calls that the line of a thread's newest frame is still to make. A generator (errands)."""
    replies = []
    agent.commands.ask("calls", thread_registers.pthread(thread), done=lambda *reply: replies.append(reply))
    yield from agent.converse()
    found, error = replies[0]
    if error:
        raise UserError("What the line calls cannot be told: %s." % error)
    return {"calls": [dict(zip(("name", "begin", "end"), call)) for call in found]}


def _newest(thread):
    """The newest PythonFrame of a thread. Raises UserError where it runs no Python code."""
    found = next((each for each in session.python().stacks.of(thread) if isinstance(each, merge.Placed)), None)
    if found is None:
        raise UserError(NOT_IN_PYTHON % thread.global_num)
    return found.frame


def _paused(thread, kind):
    """A generator (errands), as of _begun."""
    frames = itertools.islice(session.python().stacks.of(thread), MAX_DEPTH)
    depth = sum(isinstance(each, merge.Placed) for each in frames)
    process.wanted_step("step", kind, thread_registers.pthread(thread), depth)
    yield from delivery.deliver()


def _armed(thread, kind, returned):
    """A generator (errands): what the agent then tells of C code is looked at here, where a step begins in such code."""
    yield from native_stops.polled(returned, asking=lambda agent: _asked(agent, kind))
    if kind == KINDS["stepIn"] and not returned and not errands.came_late():
        process.current().learn()
        crossings.watch(thread)


def _asked(agent, kind):
    """A generator (errands), which needs no run."""
    agent.step(gdb.selected_thread(), kind)
    return ()


def land():
    """A generator (errands): C code has returned; the step ends in the Python code that called it, where that goes on."""
    yield from native_stops.polled(True, asking=lambda agent: _asked(agent, LANDING))
