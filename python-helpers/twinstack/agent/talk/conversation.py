"""One agent, as GDB sees it: what it tells, and whether a thread stands in it."""

import contextlib
import time

import gdb

from ... import session
from ...errors import UserError
from ...inferior import inferior_calls
from ...inferior.thread_registers import pthread
from ...mi import unasked
from ...quiet import quietly
from ..border import c_code, crossings
from ..calls import errands, runs
from . import mailboxes
from .commands import Commands
from .control import FORGET_STEPS, IS_OFF, Control
from .trap import TrapBreakpoint

TRAP = 8  # offset of PyMethodDef.ml_meth; PyCFunctionObject.m_ml is the first field behind the header
BEGINNING = "beginning"  # a step to the first line of a module that is about to run
AGAIN = 2.0  # seconds, after which a pending call is not waited for any more


class Stand:
    """What is true until the program runs on: ``mailbox``, in which a command can be written while a thread stands in the agent, and ``holder``, that
    gdb.InferiorThread; ``stop``, STOP where it stands for the user, and ``exception``, what that is at, as the agent tells of it; ``work``, a function to be
    called at the stop behind a message. None where there is none."""

    mailbox = holder = stop = exception = work = None


class Agent:
    """The agent of one process.

    For as long as it is there: ``hello``, its first message, with the addresses of objects; ``results``, the address of a list of the program's that keeps
    alive what was evaluated; ``control``; ``commands``, what is to be told to it. Until the program runs on: ``stand``.
    For who is to act: ``untraced``, the address of the trace function that other threads do not have yet, or 0 (before CPython 3.12).
    Set by others: ``tell_bound(breakpoints)``, called when breakpoints have moved; ``tell_stop()``, before the program stops for its user;
    ``install_filter``, event_filter.install.

    Its own: ``_entries`` that C code was told of and not looked at yet.
    """

    def __init__(self, hello):
        found = mailboxes.of_unknown_build(hello)
        if found is None:
            raise UserError("The debugger's Python code did not start in the program.")
        self._start, self._header = found.start, found.message["header"]
        self.control = Control(session.pointer(found.message["control"] + self._header + mailboxes.OB_START))
        self.commands = Commands(self.control)
        self.stand = Stand()
        self.tell_bound = self.tell_stop = self.install_filter = None
        self._entries = []
        self.untraced, self._holds, self._awaited = 0, False, None
        self.hello = found.message
        self.results = found.message["results"]
        self._trap, _ = quietly(lambda: TrapBreakpoint("*%d" % self.entry("trap"), internal=True))
        self._trap.agent = self

    def entry(self, name):
        """The address of the C code of a built-in function that the agent's first message names."""
        return session.pointer(session.pointer(self.hello[name] + self._header) + TRAP)

    def is_told(self, address):
        """A message, if it is one. Whether the program is to stop for it."""
        mailbox = mailboxes.taken(address, self._header)
        if mailbox is None:
            return False
        event = mailbox.message.pop("event")
        return getattr(self, "_on_" + event)(mailbox, **mailbox.message)

    def _on_stop(self, mailbox, reason, numbers, message, exception=None, returned=None):
        """The program stops for its user, unless the thread runs for the debugger."""
        if inferior_calls.is_own():
            return False
        if self.commands.drop_steps() == BEGINNING and reason == "step":
            reason = "entry"
        self._stand(mailbox)
        self.stand.exception = exception
        self.stand.stop = {
            "reason": reason,
            "thread": gdb.selected_thread().global_num,
            "breakpoints": [str(number) for number in numbers],
            "message": message,
            "returned": returned and hex(returned),
            "atLine": True,
        }
        self.tell_stop()
        return True

    def _stand(self, mailbox):
        self.stand.mailbox, self.stand.holder = mailbox, gdb.selected_thread()

    def _on_poll(self, mailbox):
        return False if self.commands.next_into(mailbox) else self._has_no_more(mailbox)

    def _has_no_more(self, mailbox):
        """Whether the thread is to stand here: not in the midst of a command."""
        self._awaited = None
        stands = self._holds and not self.commands.are_under_way()
        if stands:
            self._stand(mailbox)
        return stands

    def _on_reply(self, mailbox, value=None, error=None):
        name = self.commands.replied(value, error)
        if error and name == "step":
            return self._on_no_step(mailbox, error)
        return False if self.commands.next_into(mailbox) else self._has_no_more(mailbox)

    def _on_no_step(self, mailbox, error):
        return self._on_stop(mailbox, "step", (), "There is no such step here: %s." % error)

    def _on_room(self, mailbox):
        """The agent has made room for the command that it is asked for."""
        self.commands.again(mailbox)
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
        return self._looks(lambda: crossings.back() and self.commands.at_once(mailbox, "forget_step"))

    def _looks(self, work):
        """The program stops for what is done at the stop: what GDB knows of code is not to be asked within stop(). Where the thread runs for the debugger,
        nothing is done: the next stop may be another thread's own."""
        stops = not inferior_calls.is_own() and not self._holds
        if stops:
            self.stand.work = work
        return stops

    def _on_threads(self, mailbox, trace):
        """The program stops where it has others, unless it runs for an errand, which sees to it."""
        self.untraced = trace if len(gdb.selected_inferior().threads()) > 1 else 0
        return bool(self.untraced) and not inferior_calls.is_own() and not self._holds

    def _on_filter(self, mailbox, **wanted):
        """Not during an errand, whose thread may wait for the GIL that this one holds: the agent asks again."""
        return not errands.is_under_way() and self._looks(lambda: self.install_filter(self._header, **wanted))

    def awaited(self):
        """The main thread will poll by a pending call."""
        self._awaited = time.monotonic()

    def is_awaited(self):
        """Whether it has not done so to its end. Another pending call must not come meanwhile: CPython 3.11 carries none out within one, and where
        a function begins that is traced it tries so for ever (ceval.c, DO_TRACING). What raises in the main thread may end one, however."""
        return self._awaited is not None and time.monotonic() - self._awaited < AGAIN

    def stands(self):
        """Whether a thread stands in the agent, where it can be asked at once."""
        return self.stand.mailbox is not None

    def stop_of(self, thread):
        """STOP where the thread of that number stands in the agent for the user, or None: code that runs there for the debugger may stop
        elsewhere."""
        if not self.stands():
            self.stand.stop = self.stand.exception = None
        stop = self.stand.stop
        return stop if stop and stop["thread"] == thread else None

    def converse(self, limit=None):
        """A generator (errands): all commands are done, and the thread stands in the agent again; ``limit`` as of runs.until."""
        if self.commands.next_into(self.stand.mailbox):
            self.stand.mailbox = None
            with self.holding():
                yield from runs.until(self.stand.holder, self.stands, limit=limit)

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
        self.commands.drop_steps()
        words = kind, pthread(thread), None, target
        if self.stands() and not self.commands.are_waiting():
            self.commands.steps_on(kind)
            self.stand.mailbox.answer("step_on", *words)
            return
        self.commands.ask_step("step", *words)
        if self.stands():
            self.commands.next_into(self.stand.mailbox)

    def forget_step(self):
        """The program has stopped elsewhere: a step ends with any stop."""
        if self.commands.drop_steps():
            self.control.write(FORGET_STEPS)

    def ran(self):
        """The program has run on: forget what was true of its stop."""
        self.stand = Stand()

    def is_there(self):
        """Whether the process still runs the program that the agent is in: its first message stays."""
        return mailboxes.is_mailbox(self._start)

    def left(self):
        """The agent is not to tell anything any more."""
        self.control.write(IS_OFF)
        self.ended()

    def ended(self):
        """Its process is gone, or not heard of any more."""
        if self._trap.is_valid():
            self._trap.delete()
