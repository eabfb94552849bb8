"""One agent, as GDB sees it: what is to be told to it, and what it tells."""

import collections
import contextlib
import time

import gdb

from .. import session
from ..errors import UserError
from ..inferior import inferior_calls
from ..inferior.thread_registers import pthread
from ..mi import unasked
from ..quiet import quietly
from . import c_code, crossings, event_filter, mailboxes, runs
from .trap import TrapBreakpoint

TRAP = 8  # offset of PyMethodDef.ml_meth; PyCFunctionObject.m_ml is the first field behind the header
BEGINNING = "beginning"  # a step to the first line of a module that is about to run
IS_OFF, FORGET_STEPS, SETS_TRACE, WAKE = 0, 1, 2, 3  # what the bytes of the agent's ``control`` mean
AGAIN = 2.0  # seconds, after which a pending call is not waited for any more

# ``done`` is called with the value or the error (a text) of the agent's reply.
Command = collections.namedtuple("Command", "words done")


def _nobody(value, error):
    """Takes the reply to a command that nobody waits for."""


class Agent:
    """``results``: address of a list of the program, of what was evaluated. ``_asked``: the commands that are being carried out, each in the
    midst of the one before. ``tell_bound``: called with what the agent tells of breakpoints whose file was imported. ``work``: what is to be
    done at the stop for the agent, or None. ``untraced``: the trace function that other threads do not have yet (before CPython 3.12), or 0."""

    def __init__(self, hello):
        found = mailboxes.of_unknown_build(hello)
        if found is None:
            raise UserError("The debugger's Python code did not start in the program.")
        self._start, self._header = found.start, found.message["header"]
        self._control = mailboxes.pointer(found.message["control"] + self._header + mailboxes.OB_START)
        self._commands, self._asked = collections.deque(), []
        self._mailbox = self.holder = self.stop = self.work = self.exception = None
        self.tell_bound, self._entries = None, []
        self.untraced, self._holds, self._step, self._awaited = 0, False, None, None
        self.hello = found.message
        self.results = found.message["results"]
        self._trap, _ = quietly(lambda: TrapBreakpoint("*%d" % self.entry("trap"), internal=True))
        self._trap.agent = self

    def entry(self, name):
        """The address of the C code of a built-in function that the agent's first message names."""
        return mailboxes.pointer(mailboxes.pointer(self.hello[name] + self._header) + TRAP)

    def is_told(self, address):
        """A message, if it is one. Whether the program is to stop for it."""
        mailbox = mailboxes.taken(address, self._header)
        if mailbox is None:
            return False
        event = mailbox.message.pop("event")
        return getattr(self, "_on_" + event)(mailbox, **mailbox.message)

    def _on_stop(self, mailbox, reason, numbers, message, exception=None, returned=None):
        """Not for the user where the thread runs for the debugger."""
        if inferior_calls.is_own():
            return False
        if self._drop_steps() == BEGINNING and reason == "step":
            reason = "entry"
        self._stand(mailbox)
        self.exception = exception
        self.stop = {
            "reason": reason,
            "thread": gdb.selected_thread().global_num,
            "breakpoints": [str(number) for number in numbers],
            "message": message,
            "returned": returned and hex(returned),
        }
        return True

    def _stand(self, mailbox):
        self._mailbox, self.holder = mailbox, gdb.selected_thread()

    def _on_poll(self, mailbox):
        return False if self._ask_next(mailbox) else self._has_no_more(mailbox)

    def _has_no_more(self, mailbox):
        """Whether the thread is to stand here: not in the midst of a command."""
        self._awaited = None
        stands = self._holds and not self._asked
        if stands:
            self._stand(mailbox)
        return stands

    def _on_reply(self, mailbox, value=None, error=None):
        asked = self._asked.pop()
        asked.done(value, error)
        if error and asked.words[0] == "step":
            return self._on_stop(mailbox, "step", (), "There is no such step here: %s." % error)
        return False if self._ask_next(mailbox) else self._has_no_more(mailbox)

    def _on_room(self, mailbox):
        """The agent has made room for the command that it is asked for."""
        mailbox.answer(*self._asked[-1].words)
        return False

    def _on_bound(self, mailbox, breakpoints):
        self.tell_bound(breakpoints)
        return False

    def _on_failed(self, mailbox, error):
        unasked.sentence("The debugger's Python code has failed in the program, which goes on: %s. A breakpoint or a step may have been missed." % error)
        return False

    def _on_log(self, mailbox, number, text):
        unasked.event("log", number=str(number), text=text)
        return False

    def _on_call(self, mailbox, object):
        return self._looks(lambda: crossings.into(c_code.entered(object, self._header)))

    def _on_entries(self, mailbox, types, functions):
        self._entries.append((types, functions))
        return self._looks(self.learn)

    def learn(self):
        """Of the C code that the agent has told of, if need be when it is next asked to step, as nothing is looked at during an errand."""
        while self._entries:
            crossings.learn(c_code.defined(*self._entries.pop(), self._header))

    def _on_return(self, mailbox):
        return self._looks(lambda: crossings.back() and self._answer(mailbox, Command(("forget_step",), _nobody)))

    def _looks(self, work):
        """The program stops for what is done at the stop: what GDB knows of code is not to be asked within stop()."""
        self.work = work
        return not inferior_calls.is_own() and not self._holds

    def _on_threads(self, mailbox, trace):
        """The program stops where it has others, unless it runs for an errand, which sees to it."""
        self.untraced = trace if len(gdb.selected_inferior().threads()) > 1 else 0
        return bool(self.untraced) and not inferior_calls.is_own() and not self._holds

    def _on_filter(self, mailbox, **wanted):
        return self._looks(lambda: event_filter.install(self._header, **wanted))

    def _ask_next(self, mailbox):
        if not self._commands:
            return False
        self._answer(mailbox, self._commands.popleft())
        return True

    def _answer(self, mailbox, command):
        self._asked.append(command)
        mailbox.answer(*command.words)

    def ask(self, *words, done=_nobody):
        """At its next safe point the agent is asked for a command."""
        self._commands.append(Command(words, done))

    def awaited(self):
        """The main thread will poll by a pending call."""
        self._awaited = time.monotonic()

    def is_awaited(self):
        """Whether it has not done so to its end. Another pending call must not come meanwhile: CPython 3.11 carries none out within one, and where
        a function begins that is traced it tries so for ever (ceval.c, DO_TRACING). What raises in the main thread may end one, however."""
        return self._awaited is not None and time.monotonic() - self._awaited < AGAIN

    def has_work(self):
        return bool(self._commands)

    def stands(self):
        """Whether a thread stands in the agent, where it can be asked at once."""
        return self._mailbox is not None

    def stop_of(self, thread):
        """STOP where the thread of that number stands in the agent for the user, or None: code that runs there for the debugger may stop
        elsewhere."""
        if not self.stands():
            self.stop = self.exception = None
        return self.stop if self.stop and self.stop["thread"] == thread else None

    def converse(self, limit=None):
        """A generator (errands): all commands are done, and the thread stands in the agent again; ``limit`` as of runs.until."""
        if self._ask_next(self._mailbox):
            self._mailbox = None
            with self.holding():
                yield from runs.until(self.holder, self.stands, limit=limit)

    @contextlib.contextmanager
    def holding(self):
        """Within it the thread that has done all that was asked for stands in the agent."""
        self._holds = True
        try:
            yield
        finally:
            self._holds = False

    def step(self, thread, kind, target=None):
        """The next resume is a step of the thread, when the agent has been asked: at once where a thread stands in it. ``target``: the
        offsets of the call that it goes into."""
        self._drop_steps()
        self.ask("step", kind, pthread(thread), None, target)
        self._step = kind
        if self.stands():
            self._ask_next(self._mailbox)

    def ask_step(self, *words):
        """At its next safe point the agent begins a step."""
        self.ask(*words)
        self._step = words[1]

    def forget_step(self):
        """The program has stopped elsewhere: a step ends with any stop."""
        if self._drop_steps():
            self.set_flag(FORGET_STEPS)

    def _drop_steps(self):
        """None is asked for any more. The kind of the one that was, or None."""
        self._commands = collections.deque(each for each in self._commands if each.words[0] != "step")
        kind, self._step = self._step, None
        return kind

    def ran(self):
        """The program has run on: forget what was true of its stop."""
        self._mailbox = self.holder = self.stop = self.work = self.exception = None

    def flag(self, which):
        """One byte of the agent's ``control``, also within a breakpoint's stop()."""
        return session.at_breakpoint().memory.read(self._control + which, 1)[0]

    def set_flag(self, which, value=1):
        session.debuggee().memory.write(self._control + which, bytes([value]))

    def sets_trace(self):
        """Whether sys.settrace is called by the agent itself."""
        return self.flag(SETS_TRACE) != 0

    def is_there(self):
        """Whether the process still runs the program that the agent is in: its first message stays."""
        return mailboxes.is_mailbox(self._start)

    def left(self):
        """The agent is not to tell anything any more."""
        self.set_flag(IS_OFF)
        self.ended()

    def ended(self):
        """Its process is gone, or not heard of any more."""
        if self._trap.is_valid():
            self._trap.delete()
