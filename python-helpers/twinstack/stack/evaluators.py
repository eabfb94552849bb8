"""Which native frame runs which PyFrameObject (CPython 3.8 to 3.10, one for each).

Two questions. Is a native frame the evaluator's? 3.10 links a CFrame, a local of the evaluator, to
the thread state; before, only the code that it is in tells (``evaluator_ranges``). And which frame
does it run? The compiler keeps the PyFrameObject's address in a callee-saved register or on the
stack of the evaluator for as long as that runs; what is found there is looked up in the thread's
chain of frames. So a Python frame that no evaluator runs (Cython makes such when it profiles), an
evaluator that has not linked its frame yet, and several interpreters on one thread cannot shift
frames against each other.

GDB reads a register of an old frame in up to 0.2 ms, so not every evaluator is asked. Between two
of them without foreign code between, each runs the caller of the frame that the one before runs: only
foreign code makes frames that no evaluator runs. So a run of them is paired by counting when its last
one, by its register, runs the frame that it should; else one by one.
"""

import bisect
import itertools

from ..errors import CorruptMemory
from ..inferior.mappings import library
from ..inferior.thread_registers import register

MAX_LOOKAHEAD = 1000  # frames and native frames looked at for what belongs together
NO_CFRAME = 1 << 64
MAX_RUN = 256  # evaluators paired at once: a page of the stack must not unwind much more than it shows
MAX_SLOTS = 1024  # words of an evaluator's frame; it has about 50


class Evaluators:
    """The evaluator frames of one thread state; subclasses know how to tell one."""

    def __init__(self, memory, callers, is_alone):
        """``callers(address)`` generates the PyFrameObjects from this one on, newest first;
        ``is_alone``: no evaluator on this C stack is another thread state's."""
        self._memory, self._callers, self._is_alone = memory, callers, is_alone
        self._home = ""
        self._newest = None
        self._run_length = 1
        self._run_by = {}  # level of an evaluator -> the frame that it runs, 0 for none
        self._known = {}  # pc -> is it an evaluator's
        self._libraries = {}  # pc -> mappings.library

    def is_one(self, native):
        """Is this NativeFrame, which is not inline, an evaluator's?"""
        raise NotImplementedError

    def run_by(self, native, newest):
        """Address of the PyFrameObject that a NativeFrame runs, looked for from ``newest`` on to
        older ones; 0 when it is no evaluator's, or none of them is run by it."""
        if native.is_inline or not self._is_known(native):
            return 0
        if native.level not in self._run_by:
            self._pair(native, newest)
        return self._run_by[native.level]

    def _is_known(self, native):
        """``is_one``, asked once for each pc: a pc lies in one function. But the newest frame may
        have an evaluator's pc before or after it is one; and another thread state's is none here."""
        if native.level == 0 or not self._is_alone:
            return self.is_one(native)
        known = self._known.get(native.pc)
        if known is None:
            known = self._known[native.pc] = self.is_one(native)
        return known

    def _pair(self, native, newest):
        """Put into ``_run_by`` what this evaluator runs, and those behind it as far as is sure."""
        run = self._run(native)
        frames = list(itertools.islice(self._callers(newest), len(run)))
        if 1 < len(run) == len(frames) and self._found(run[-1], newest) == frames[-1]:
            self._run_by.update((each.level, frame) for each, frame in zip(run, frames))
        else:
            self._run_by[native.level] = self._found(native, newest)
            self._run_length = 1
        self._run_length = min(2 * self._run_length, MAX_RUN)

    def _run(self, native):
        """Evaluators from this one on, at most ``_run_length``, up to foreign code."""
        own, run, older = self._library(native), [native], native.older
        while older and len(run) < self._run_length and self._library(older) == own:
            if not older.is_inline and self._is_known(older):
                run.append(older)
            older = older.older
        return run

    def _library(self, native):
        if native.pc not in self._libraries:
            self._libraries[native.pc] = library(native.pc)
        return self._libraries[native.pc]

    def _found(self, native, newest):
        if self._newest is None:
            self._newest = native
        if native is self._newest and self._is_not_linked(native, newest):
            return 0
        if self._home and register(native.frame, self._home) == newest:
            return newest
        found = self._in_registers(native, newest) or self._on_stack(native, newest)
        return newest if native is self._newest and self._is_unlinking(native, newest, found) else found

    def _is_unlinking(self, native, newest, found):
        """Does the newest evaluator hold its frame's caller, to make that the newest? The next evaluator runs it still."""
        if found in (0, newest) or found != self._first_two(newest)[1]:
            return False
        caller = self._caller(native)
        return caller is not None and found in callee_saved(caller)

    def _is_not_linked(self, native, newest):
        """Is the newest evaluator before or after the time in which its frame is the newest one?
        Then the next evaluator runs that."""
        caller = self._caller(native)
        if caller is None:
            return False
        held, (frame, back) = callee_saved(caller), self._first_two(newest)
        return frame in held and not (back and back in held)

    def _caller(self, native):
        """The next evaluator; None where there is none near."""
        older = itertools.islice(following(native), MAX_LOOKAHEAD)
        return next((each for each in older if not each.is_inline and self._is_known(each)), None)

    def _first_two(self, newest):
        return (list(itertools.islice(self._callers(newest), 2)) + [0, 0])[:2]

    def _in_registers(self, native, newest):
        held = callee_saved(native)
        found = self._first(held, newest)
        if found:
            self._home = held[found]
        return found

    def _on_stack(self, native, newest):
        return self._first(set(self._slots(native)), newest)

    def _slots(self, native):
        """The words of its part of the stack."""
        count = min(MAX_SLOTS, (native.cfa - native.sp) // 8)
        try:
            return self._memory.pointers(native.sp, count)
        except CorruptMemory:
            return ()

    def _first(self, values, newest):
        frames = itertools.islice(self._callers(newest), MAX_LOOKAHEAD)
        return next((frame for frame in frames if frame in values), 0)


def callee_saved(native):
    """{value: name} of the registers that a function keeps for its caller."""
    return {register(native.frame, name): name for name in native.arch.callee_saved}


def following(native):
    """The frames that have called a NativeFrame, one after the other."""
    while native.older:
        native = native.older
        yield native


class EvaluatorsByCode(Evaluators):
    """CPython 3.8 and 3.9: by the program counter."""

    def __init__(self, memory, callers, is_alone, ranges):
        super().__init__(memory, callers, is_alone)
        self._ranges = ranges

    def is_one(self, native):
        for start, end in self._ranges:
            if start <= native.pc < end:
                return True
        return False


class EvaluatorsByCFrame(Evaluators):
    """CPython 3.10: by the CFrame in it."""

    def __init__(self, memory, callers, is_alone, cframes, linked):
        """``cframes`` generates rising addresses, newest first; ``linked``: the thread state's."""
        super().__init__(memory, callers, is_alone)
        self._more, self._cframes, self._linked = cframes, [0], linked
        self._innermost = None

    def is_one(self, native):
        if self._innermost is None:
            self._innermost = native
        while self._cframes[-1] < native.cfa:
            self._cframes.append(next(self._more, NO_CFRAME))
        nearest = self._cframes[bisect.bisect_left(self._cframes, native.sp)]
        return nearest < native.cfa or native is self._innermost and self._is_leaving(native)

    def _is_leaving(self, native):
        """Has it unlinked its CFrame, but not yet its frame? Its CFrame holds the older one's
        address."""
        return self._linked in self._slots(native)
