"""The ``__repr__`` of classes of the standard library that are written in Python, as functions of an Instance."""

from ..errors import CorruptMemory
from ..later import pathlib
from .writer import CUT

MAX_COUNTED = 10000  # items of a Counter that are put into order
MAX_PARTS = 100  # of a path
MAX_POPEN = 80  # characters
MAX_ARGUMENTS = 100
MAX_LOGGERS = 100  # above one
LEVELS = {0: "NOTSET", 10: "DEBUG", 20: "INFO", 30: "WARNING", 40: "ERROR", 50: "CRITICAL"}


class Instance:
    """An object whose attributes are read by their names, while ``writer`` writes it."""

    def __init__(self, readers, address, type_object, writer):
        self.readers, self.address, self.type, self.writer = readers, address, type_object, writer

    @property
    def name(self):
        """``__name__`` of its class."""
        return self.readers.names.name(self.type)

    @property
    def place(self):
        """The class with its module, and the address."""
        return "%s at 0x%x" % (self.readers.names.full(self.type), self.address)

    def find(self, name):
        """Address of an attribute; 0 when it is not set or None."""
        found = self.readers.attributes.find(self.address, name)
        return found if found and self.readers.types.of(found).name != "NoneType" else 0

    def show(self, name):
        """The repr() of an attribute; "<not set>" where there is none."""
        found = self.readers.attributes.find(self.address, name)
        return self.writer.show(found) if found else "<not set>"

    def text(self, name):
        """An attribute that is a str."""
        return self.readers.strings.text(self.existing(name, "str"), 1000)

    def number(self, name):
        """An attribute that is an int or bool."""
        return self.readers.ints.value(self.existing(name, "int", "bool")) or 0

    def number_at(self, address):
        """The int, bool or float at an address; infinite beyond what is read of an int."""
        builtin = self.readers.types.of(address).builtin
        if builtin == "float":
            return self.readers.kind("float").value(address)
        found = self.readers.ints.value(address)
        return float("inf") if found is None else found

    def length(self, name):
        """len() of an attribute; 0 when it is None."""
        found = self.find(name)
        return self.readers.kind_of(found).length(found) if found else 0

    def within(self, name):
        """The Instance for an attribute that is an object of the library itself. Raises CorruptMemory where it is not set."""
        found = self.existing(name, "object")
        return Instance(self.readers, found, self.readers.types.of(found), self.writer)

    def items(self, name):
        """repr() of the items of an attribute, separated by commas."""
        found = self.find(name)
        kind = self.readers.kind_of(found)
        page = (item.address for item in kind.items(found, 0, self.writer.PREVIEW))
        return self.writer.items([each for each in page if isinstance(each, int)], kind.length(found))

    def existing(self, name, *builtins):
        """The address of an attribute that is of one of these built-in types. Raises CorruptMemory where it is not set, or another."""
        found = self.find(name)
        if not found or self.readers.types.of(found).builtin not in builtins:
            raise CorruptMemory(self.address, "an object without its %s" % name)
        return found


def counter(it):
    """The most common first, as far as all counts are numbers. Of more than MAX_COUNTED it is not known
    which those are, and none is shown."""
    dicts, types = it.readers.dicts, it.readers.types
    length = dicts.length(it.address)
    if not length:
        return it.name + "()"
    if length > MAX_COUNTED:
        return "%s({%s})" % (it.name, it.writer.pairs([], length))
    pairs = dicts.items(it.address, 0, MAX_COUNTED)
    if all(types.of(value).builtin in ("int", "bool", "float") for _, value in pairs):
        pairs = sorted(pairs, key=lambda pair: it.number_at(pair[1]), reverse=True)
    return "%s({%s})" % (it.name, it.writer.pairs(pairs, length))


def chain_map(it):
    return "%s(%s)" % (it.name, it.items("maps"))


def wrapped(it):
    """UserDict and the like: as what they hold."""
    return it.show("data")


def fraction(it):
    return "%s(%s, %s)" % (it.name, it.show("_numerator"), it.show("_denominator"))


def uuid(it):
    digits = "%032x" % (it.number("int") & (1 << 128) - 1)
    ends = (0, 8, 12, 16, 20, 32)
    return "%s('%s')" % (it.name, "-".join(digits[start:end] for start, end in zip(ends, ends[1:])))


def path(it):
    """By the text that it keeps once it was asked for, else by its arguments (CPython 3.12 on) or
    parts."""
    is_windows = any(base.name == "PureWindowsPath" for base in it.readers.types.mro(it.type))
    make = pathlib.PureWindowsPath if is_windows else pathlib.PurePosixPath
    limit = it.writer.max_text
    if it.find("_str"):
        found = [it.existing("_str", "str")]
    else:
        kept = it.find("_raw_paths") or it.find("_parts")
        found = it.readers.sequences.list_items(kept, 0, MAX_PARTS)
    parts = [it.readers.strings.text(each, limit + 1) for each in found]
    text = make(*parts).as_posix()
    is_cut = len(text) > limit or any(len(part) > limit for part in parts)
    return "%s(%r%s)" % (it.name, text[:limit], CUT if is_cut else "")


def event(it):
    return "<%s: %s>" % (it.place, "set" if it.number("_flag") else "unset")


def condition(it):
    return "<Condition(%s, %d)>" % (it.show("_lock"), it.length("_waiters"))


def semaphore(it):
    return "<%s: value=%d>" % (it.place, it.number("_value"))


def bounded_semaphore(it):
    return "<%s: value=%d/%d>" % (it.place, it.number("_value"), it.number("_initial_value"))


def barrier(it):
    state = it.number("_state")
    waiting = it.number("_count") if state == 0 else 0
    shown = "broken" if state == -2 else "waiters=%d/%d" % (waiting, it.number("_parties"))
    return "<%s: %s>" % (it.place, shown)


def future(it):
    """concurrent.futures.Future: its result and exception by their classes."""
    state = it.text("_state").lower().partition("_")[0]
    shown = "%s at 0x%x state=%s" % (it.name, it.address, state)
    if state == "finished":
        raised = it.find("_exception")
        found = raised or it.readers.attributes.find(it.address, "_result")
        result = it.readers.names.name(it.readers.types.of(found))
        shown += " %s %s" % ("raised" if raised else "returned", result)
    return "<%s>" % shown


def popen(it):
    text = "<%s: returncode: %s args: %s>" % (it.name, it.show("returncode"), it.show("args"))
    return text if len(text) <= MAX_POPEN else text[: MAX_POPEN - 4] + "...>"


def completed_process(it):
    """What it wrote only where that was kept."""
    names = ["args", "returncode"] + [name for name in ("stdout", "stderr") if it.find(name)]
    return "%s(%s)" % (it.name, ", ".join("%s=%s" % (name, it.show(name)) for name in names))


def arguments(it):
    """argparse.Namespace, in the order in which its names were set (CPython 3.8 sorts them). Classes that derive from its base may choose what they tell."""
    attributes = it.readers.attributes
    told = attributes.in_class(it.type, "_get_kwargs")
    names = [name for name, _ in attributes.of(it.address, 0, MAX_ARGUMENTS)]
    is_plain = told and it.readers.kind("function").full_name(told) == "argparse._AttributeHolder._get_kwargs"
    if not is_plain or not all(map(str.isidentifier, names)):
        return "<%s at 0x%x>" % (it.readers.names.qualname(it.type), it.address)
    total = attributes.count(it.address, it.type)
    return "%s(%s)" % (it.name, it.writer.joined(("%s=%s" % (name, it.show(name)) for name in names), total))


def logger(it):
    """With the level in force: its own, or that of the nearest one above."""
    held = it
    for _ in range(MAX_LOGGERS):
        if held.number("level") or not held.find("parent"):
            break
        held = held.within("parent")
    level = held.number("level")
    return "<%s %s (%s)>" % (it.name, it.text("name"), LEVELS.get(level, "Level %d" % level))


def frame_summary(it):
    places = it.text("filename"), it.show("lineno"), it.text("name")
    return "<FrameSummary file %s, line %s in %s>" % places


def synchronizer(it, state):
    """What asyncio adds to object's repr()."""
    waiters = it.length("_waiters")
    state += ", waiters:%d" % waiters if waiters else ""
    return "<%s object at 0x%x [%s]>" % (it.readers.names.full(it.type), it.address, state)


def asyncio_event(it):
    return synchronizer(it, "set" if it.number("_value") else "unset")


def asyncio_lock(it):
    return synchronizer(it, "locked" if it.number("_locked") else "unlocked")


def asyncio_condition(it):
    return synchronizer(it, "locked" if it.within("_lock").number("_locked") else "unlocked")


def asyncio_semaphore(it):
    value = it.number("_value")
    return synchronizer(it, "unlocked, value:%d" % value if value else "locked")


def asyncio_queue(it):
    shown = ["%s at 0x%x maxsize=%s" % (it.name, it.address, it.show("_maxsize"))]
    shown += ["_queue=[%s]" % it.items("_queue")] if it.length("_queue") else []
    for name in ("_getters", "_putters"):
        shown += ["%s[%d]" % (name, it.length(name))] if it.length(name) else []
    unfinished = it.number("_unfinished_tasks")
    shown += ["tasks=%d" % unfinished] if unfinished else []
    shut = it.find("_is_shutdown")  # CPython 3.13 on
    return "<%s>" % " ".join(shown + (["shutdown"] if shut and it.number("_is_shutdown") else []))


TEXTS = {  # full name of the function: what writes like it
    "collections.Counter.__repr__": counter,
    "collections.ChainMap.__repr__": chain_map,
    "collections.UserDict.__repr__": wrapped,
    "collections.UserList.__repr__": wrapped,
    "collections.UserString.__repr__": wrapped,
    "_weakrefset.WeakSet.__repr__": wrapped,
    "fractions.Fraction.__repr__": fraction,
    "uuid.UUID.__repr__": uuid,
    "pathlib.PurePath.__repr__": path,
    "pathlib._local.PurePath.__repr__": path,
    "threading.Event.__repr__": event,
    "threading.Condition.__repr__": condition,
    "threading.Semaphore.__repr__": semaphore,
    "threading.BoundedSemaphore.__repr__": bounded_semaphore,
    "threading.Barrier.__repr__": barrier,
    "concurrent.futures._base.Future.__repr__": future,
    "subprocess.Popen.__repr__": popen,
    "subprocess.CompletedProcess.__repr__": completed_process,
    "argparse._AttributeHolder.__repr__": arguments,
    "logging.Logger.__repr__": logger,
    "traceback.FrameSummary.__repr__": frame_summary,
    "asyncio.locks.Event.__repr__": asyncio_event,
    "asyncio.locks.Lock.__repr__": asyncio_lock,
    "asyncio.locks.Condition.__repr__": asyncio_condition,
    "asyncio.locks.Semaphore.__repr__": asyncio_semaphore,
    "asyncio.queues.Queue.__repr__": asyncio_queue,
}
