"""asyncio's Future and Task in C (Modules/_asynciomodule.c), written as asyncio.base_futures and
asyncio.base_tasks write them."""

from ...errors import CorruptMemory
from ..typeobjects import GENERATORS
from .base import Kind, Rows, Value
from .callbacks import Callbacks
from .containers import ListKind
from .future_structs import fit
from .generators import place

STATES = ("pending", "cancelled", "finished")  # fut_state
MAX_AWAITED = 100


class FutureKind(Kind):
    """``PREFIX`` begins the names of its members."""

    STRUCT, PREFIX = "FutureObj", "fut"
    MEMBERS = ("exception", "result", "loop")
    _fits = False

    def word(self, address, *names):
        self._fit(address)
        return super().word(address, *names)

    def integer(self, address, *names):
        self._fit(address)
        return super().integer(address, *names)

    def _fit(self, address):
        """Once: all have their members at the same places."""
        if not self._fits:
            fit(self.readers, address)
            self._fits = True

    def own(self, address, name):
        """Address of a member; 0 where it is not set or None."""
        found = self.word(address, "%s_%s" % (self.PREFIX, name))
        return found if found and self.readers.types.of(found).name != "NoneType" else 0

    def state(self, address):
        number = self.integer(address, self.PREFIX + "_state")
        return STATES[number] if 0 <= number < len(STATES) else "?"

    def members(self, address, type_object):
        found = [("[state]", Value(self.state(address), "state"))]
        return found + [("_" + name, self.own(address, name)) for name in self.MEMBERS]

    def text(self, address, type_object, writer):
        shown = [self.readers.names.name(type_object), self.state(address)]
        shown += self.described(address, writer) + self._outcome(address, writer)
        return "<%s>" % " ".join(shown + self._callbacks(address, writer) + self._origin(address))

    def described(self, address, writer):
        """What the text says between state and outcome: nothing for a Future, more for a Task."""
        return []

    def _outcome(self, address, writer):
        if self.state(address) != "finished":
            return []
        raised = self.own(address, "exception")
        if raised:
            return ["exception=" + writer.show(raised)]
        result = self.word(address, self.PREFIX + "_result")
        return ["result=" + Callbacks(self.readers, writer).short(result)]

    def _callbacks(self, address, writer):
        """Of a first one, and a list of (callback, context): the first and the last."""
        first, others = self.own(address, "callback0"), self.own(address, "callbacks")
        total = bool(first) + (self._list(others).length(others) if others else 0)
        if not total:
            return []

        texts_of = Callbacks(self.readers, writer)

        def shown(index):
            is_first = first and index == 0
            return texts_of.text(first if is_first else self._in_pair(others, index - bool(first)))

        texts = [shown(index) for index in sorted({0, total - 1})]
        if total > 2:
            texts.insert(1, "<%d more>" % (total - 2))
        return ["cb=[%s]" % ", ".join(texts)]

    def _list(self, address):
        return self.readers.kind_of(address, ListKind)

    def _in_pair(self, others, index):
        pair = self._list(others).addresses(others, index, 1)[0]
        found = self._list(pair).addresses(pair, 0, 1)
        if not found:
            raise CorruptMemory(pair, "no callback")
        return found[0]

    def _origin(self, address):
        """Where it was made, in asyncio's debug mode."""
        traceback = self.own(address, "source_tb")
        frames = self._list(traceback).length(traceback) if traceback else 0
        if not frames:
            return []
        last = self._list(traceback).addresses(traceback, frames - 1, 1)[0]
        file, line = (self.readers.attributes.find(last, name) for name in ("filename", "lineno"))
        return ["created at %s:%s" % (self.readers.strings.text(file, 1000), self.readers.ints.value(line))]


class TaskKind(FutureKind):
    """``[stack]`` are the coroutines that it stands in, the innermost last."""

    STRUCT, PREFIX = "TaskObj", "task"
    MEMBERS = ("coro", "fut_waiter") + FutureKind.MEMBERS

    def state(self, address):
        found = super().state(address)
        return "cancelling" if found == "pending" and self._is_cancelling(address) else found

    def _is_cancelling(self, address):
        """Was it asked to end? Since CPython 3.11 that is counted."""
        counts = self.readers.layout.has(self.STRUCT, "task_num_cancels_requested")
        return self.integer(address, "task_num_cancels_requested" if counts else "task_must_cancel") > 0

    def members(self, address, type_object):
        found = super().members(address, type_object)
        frames = self._frames(self.own(address, "coro"))
        rows = Rows("indexed", len(frames), lambda start, count: self._rows(frames, start, count))
        stack = Value("%d frames" % len(frames), "stack", rows if frames else None)
        return found[:1] + [("[name]", self.own(address, "name")), ("[stack]", stack)] + found[1:]

    def _frames(self, coroutine):
        """The frames of a coroutine and those that it awaits."""
        frames, found = self.readers.frames, []
        while coroutine and len(found) < MAX_AWAITED:
            is_known = self.readers.types.of(coroutine).builtin in GENERATORS
            frame = frames.standing(coroutine) if is_known else None
            if frame is None:
                break
            found.append(frame)
            coroutine = frames.awaited(coroutine)
        return found

    def _rows(self, frames, start, count):
        locals_of = self.readers.kind("coroutine").locals
        page = list(enumerate(frames))[start : start + count]
        return [("[%d]" % index, locals_of(frame, place(frame))) for index, frame in page]

    def described(self, address, writer):
        name, coroutine = self.own(address, "name"), self.own(address, "coro")
        waits_for = self.own(address, "fut_waiter")
        shown = ["name=" + self._name(name, writer)] if name else []
        shown += ["coro=<%s>" % self._coroutine(coroutine, writer)] if coroutine else []
        return shown + (["wait_for=" + writer.show(waits_for)] if waits_for else [])

    def _name(self, name, writer):
        """Since CPython 3.12 a number stands for a name like "Task-1" until somebody asks for it."""
        if self.readers.types.of(name).builtin == "int":
            return "'Task-%d'" % self.readers.ints.value(name)
        return writer.show(name)

    def _coroutine(self, coroutine, writer):
        builtin = self.readers.types.of(coroutine).builtin
        if builtin not in GENERATORS:
            return writer.show(coroutine)
        called = self.readers.kind(builtin).member_text(coroutine, "__qualname__") + "()"
        frame = self.readers.frames.standing(coroutine)
        if frame:
            return "%s running at %s:%d" % (called, frame.code.file, frame.line)
        code = self.readers.frames.code_of_generator(coroutine)
        return "%s done, defined at %s:%d" % (called, code.file, code.first_line)


KINDS = {"_asyncio.Future": FutureKind, "_asyncio.Task": TaskKind}
