"""What is known of the debuggee, and when it is forgotten: the one place where state dies.

Two lifetimes. A *generation* is the time between two resumes: what was read from memory, frames
and handles belong to it; in non-stop mode frames and handles to their thread, which dies alone, and
nothing that was read outlives an operation, as other threads may run. An inferior call or a write by the user only drops what was read, so
that handles survive it. Where CPython is and which one is kept until the process ends or GDB sees
a new object file.
"""

import gdb

from . import resumes, selection
from .cpython import locate
from .errors import CorruptMemory, NoPython, NotRunning, UnreadablePython, UserError
from .files import core_program, truncation
from .inferior import inferior_calls
from .inferior.mappings import ExecutableMemory, Images
from .inferior.memory import Memory
from .native.c_structs import CStructs
from .time_limit import shielded

_generation = 0
_debuggee = None


class Debuggee:
    """The selected inferior: its memory, mapped files, CPython and its types' C structs."""

    def __init__(self, inferior):
        self.key = inferior.num, inferior.pid
        self.memory = Memory(inferior)
        self.images = Images()
        self.code = ExecutableMemory()
        self.c_structs = CStructs()
        self.shown_frames = {}  # address of a Python frame -> number of its thread
        self.hidden_file = None  # co_filename of code in it that is not the program's
        self.hidden_code = range(0)  # addresses of machine code that is not either
        self._runtime = self._absent = None
        self._explained = None, None

    @property
    def runtime(self):
        """Its CPython. Raises errors.NoPython with the reason, which is looked for once; also
        when CPython has ended since."""
        if self._absent is not None:
            raise self._absent.with_traceback(None)
        if self._runtime is None:
            self._runtime = self._found()
        self._runtime.main_interpreter()
        return self._runtime

    def _found(self):
        try:
            return locate.find(self)
        except NoPython as error:
            self._absent = error
            raise

    def explained(self, absent):
        """What is told of a NoPython that ``runtime`` has raised: of a core, which files it lacks. Found once, as it takes GDB's word for what it debugs."""
        if self._explained[0] is not absent:
            missing = missing_in_core(absent)
            self._explained = absent, UnreadablePython(told(absent) + missing) if missing else absent
        return self._explained[1].with_traceback(None)

    def forget(self):
        """Memory or registers may have changed."""
        self.memory.forget()
        self.code.forget()
        if self._absent is not None and not self._absent.in_files:
            self._absent = None
        if self._runtime is not None:
            self._runtime.forget()

    def end_generation(self, thread):
        """It runs on, or that thread does: none of its Python frames that were shown is valid any more."""
        for address, owner in list(self.shown_frames.items()):
            if thread in (None, owner):
                del self.shown_frames[address]

    def forget_files(self):
        """GDB sees other object files than before."""
        self._runtime = self._absent = None
        self.images.forget()


def debuggee():
    """The Debuggee that GDB has selected. Raises UserError when it cannot be read now."""
    if gdb.selected_thread() is None:
        raise UserError("No program is being debugged; start one first.")
    if not selection.is_standing():
        raise UserError("The program is running; pause it first.")
    return _selected()


def at_breakpoint():
    """The Debuggee inside a breakpoint's stop(), where GDB still says that its threads run."""
    found = _selected()
    found.forget()
    return found


def pointer(address):
    """The word at an address of the debuggee, also inside a breakpoint's stop()."""
    return at_breakpoint().memory.u64(address)


def _selected():
    global _debuggee
    inferior = gdb.selected_inferior()
    if _debuggee is None or _debuggee.key != (inferior.num, inferior.pid):
        _debuggee = Debuggee(inferior)
    return _debuggee


def python():
    """The runtime.Runtime of the debuggee. Raises errors.NoPython with the reason."""
    found = debuggee()
    try:
        return found.runtime
    except NoPython as error:
        raise found.explained(error)


def missing_in_core(error):
    """The sentence that says what a core file lacks, so that its CPython cannot be read; "" where that is not why."""
    is_there = isinstance(error, (NotRunning, UnreadablePython))
    found = debuggee()
    return is_there and truncation.sentence() or core_program.sentence(found.images, found.memory)


def told(error):
    """What is said of such a core: that no CPython is running in it is no more than missing memory."""
    is_known = isinstance(error, UnreadablePython)
    return str(error) if is_known else "The program's CPython cannot be read."


def merged_stack(thread, evaluator=None):
    """(stacks.Stack, None), or (None, why CPython cannot be read; None when there is none).
    ``evaluator`` as in Stacks.of."""
    try:
        return python().stacks.of(thread, evaluator), None
    except (UnreadablePython, CorruptMemory) as error:
        return None, "Python frames cannot be shown: %s" % error
    except NoPython:
        return None, None


def generation():
    """The number of the current generation; handles and frames of another one are stale."""
    return _generation


def end_generation(thread=None):
    """The program runs, is gone or another: nothing that was handed out is valid any more; or of that
    thread alone."""
    global _generation
    _generation += 1
    resumes.forget(thread)
    if _debuggee is not None:
        _debuggee.end_generation(thread)
    changed()


def begin():
    """A new operation: threads that run have changed the memory that was read before."""
    if gdb.parameter("non-stop"):
        changed()


@shielded
def changed(event=None):
    """Memory or registers may differ from what was read."""
    if _debuggee is not None:
        _debuggee.forget()


def _resumed(event):
    if inferior_calls.depth():
        changed()
    else:
        end_generation(event.inferior_thread and event.inferior_thread.global_num)


@shielded
def _called(event):
    inferior_calls.count(event)
    changed()


def _new_files(event):
    changed()
    if _debuggee is not None:
        _debuggee.forget_files()


def _exited(event):
    global _debuggee
    end_generation()
    _debuggee = None


def watch():
    """Connect to GDB's events, once."""
    events = gdb.events
    events.cont.connect(_resumed)
    events.inferior_call.connect(_called)
    events.exited.connect(_exited)
    for change in (events.stop, events.memory_changed, events.register_changed):
        change.connect(changed)
    for files in (events.new_objfile, events.clear_objfiles):
        files.connect(_new_files)
