"""One object of every sort as a local of zoo(); what repr() says of each goes to argv[1]."""

import array
import collections
import contextvars
import ctypes
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import io
import itertools
import json
import math
import os
import pathlib
import re
import sys
import threading
import time
import types
import typing
import uuid
import weakref

import probe


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


class Number(enum.IntEnum):
    ONE = 1


class Point:
    kind = "class attribute"

    def __init__(self):
        self.x, self.y = 1, [1, 2]

    def method(self):
        return self.x

    @property
    def computed(self):
        return self.x

    @staticmethod
    def static():
        return 1


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 5


class Derived(Slotted):
    __slots__ = ("c",)

    def __init__(self):
        super().__init__()
        self.b, self.c = None, "c"


class MixedSlots(Slotted):
    pass


class MyDict(dict):
    pass


class MyList(list):
    pass


class MyInt(int):
    pass


class MyStr(str):
    pass


class MixedError(OSError, ValueError):
    __slots__ = ("own",)


Pair = collections.namedtuple("Pair", "left right")
Wide = collections.namedtuple("Wide", ["field%d" % i for i in range(90)])


class Twins(Pair):
    __slots__ = ()


def generator():
    yield 1


def enclosing():
    free = [1, 2]

    def inner():
        return free

    return inner


def caught():
    try:
        try:
            raise KeyError("first")
        except KeyError as first:
            raise ValueError("second", 2) from first
    except ValueError as error:
        return error


def numbers():
    return {
        "zero": 0,
        "one": 1,
        "minus": -1,
        "digit": 2**30 - 1,
        "digits": 2**30,
        "wide": -(2**64) + 1,
        "huge": 10**200,
        "negative_huge": -(7**250),
        "true": True,
        "false": False,
        "real": 0.1,
        "nan": math.nan,
        "infinite": -math.inf,
        "tiny": 5e-324,
        "complex_number": 1.5 - 2j,
        "my_int": MyInt(7),
        "none": None,
        "dots": ...,
        "not_implemented": NotImplemented,
    }


def texts():
    return {
        "ascii": "it's",
        "quotes": '"it\'s"',
        "latin": "é\xff",
        "two_bytes": "日本",
        "four_bytes": "a😀",
        "escapes": "\n\t\\\x00\x7f\u200b",
        "surrogate": "\udc80",
        "empty": "",
        "my_str": MyStr("mine"),
        "raw": b"a\x00\xff'",
        "no_bytes": b"",
        "array": bytearray(b"hello"),
        "shifted": shifted(),
        "no_array": bytearray(),
    }


def shifted():
    found = bytearray(b"0123456789")
    del found[:7]
    return found


def containers():
    deleted = {"a": 1, 2: None, (1, 2): "x", True: "one"}
    del deleted[2]
    deleted["z"] = 3
    looped = [1]
    looped.append(looped)
    looped_dict = {}
    looped_dict["self"] = looped_dict
    deque = collections.deque(range(150), maxlen=200)
    deque.popleft()
    return {
        "list_": [1, "a", [2.5, None]],
        "no_list": [],
        "tuple_": (1, (2,)),
        "single": (1,),
        "no_tuple": (),
        "deleted": deleted,
        "no_dict": {},
        "numbers_": {i: -i for i in range(20)},
        "nested": {"k": {"k": [1]}},
        "set_": {1},
        "no_set": set(),
        "frozen": frozenset(["a"]),
        "no_frozen": frozenset(),
        "looped": looped,
        "looped_dict": looped_dict,
        "my_dict": MyDict(k=1),
        "my_list": MyList([1]),
        "span": range(10),
        "stepped": range(1, -10, -2),
        "part": slice(1, None, 2),
        "pair": Pair(1, "r"),
        "twins": Twins(1, "r"),
        "short_deque": collections.deque([1, 2]),
        "limited": collections.deque("ab", 5),
        "deque": deque,
        "proxy": vars(Number),
        "thousand": list(range(1000)),
    }


def callables():
    return {
        "function": caught,
        "closure": enclosing(),
        "builtin": len,
        "bound_builtin": [].append,
        "module": collections,
        "builtin_module": sys,
        "class_": Point,
        "builtin_class": int,
        "nested_class": collections.OrderedDict,
        "extension_class": datetime.datetime,
        "code": caught.__code__,
        "generator_": generator(),
        "error": caught(),
        "no_arguments": TypeError(),
        "os_error": OSError(2, "gone", "file"),
        "one_argument": KeyError("k"),
        "static": vars(Point)["static"],
    }


def instances():
    point, dictless, reordered = Point(), Point(), Point()
    point.late = "late"
    vars(dictless)["not an identifier"] = 1
    del reordered.x
    reordered.x = "again"
    vars(dictless)[b"bytes"], vars(dictless)[7] = 2, 3
    slotted, derived, mixed = Slotted(), Derived(), MixedSlots()
    mixed.extra = 1
    my_dict = MyDict(k=1)
    my_dict.attribute = "set"
    hard_keys = {1 << 70000: 1, 10**300: 2, "a...b": 3, "k" * 300: 4, 1.5: 5, None: 6, -7: 7}
    hard_keys.update({b"bytes": 8, "it's": 9, "é€😀": 10, Number.ONE: 11})
    hard_keys[1, ("two", 2.5), None] = 12
    my_keys = {MyStr("mine"): 1, MyStr("é"): 2, 0: 3}
    return {
        "my_keys": my_keys,
        "hard_keys": hard_keys,
        "wide_pair": Wide(*["w" * 300] * 90),
        "point": point,
        "dictless": dictless,
        "reordered": reordered,
        "slotted": slotted,
        "derived": derived,
        "mixed": mixed,
        "dict_with_attribute": my_dict,
        "bound_method": point.method,
        "error_with_attribute": caught(),
    }


def made_in_c():
    return {
        "version": sys.version_info,
        "partial": functools.partial(int, "1", base=8),
        "defaults": collections.defaultdict(list, {"k": [1]}),
        "counter": collections.Counter("abca"),
        "weak": weakref.ref(Point),
        "ancestor": super(Derived, Derived()),
        "slot": Slotted.a,
        "wrapper": int.__add__,
        "metaclass": type,
        "root": object,
        "frame": sys._getframe(),
        "file": sys.stdout,
        "namespace": types.SimpleNamespace(a=1),
        "pattern": re.compile("(a)"),
        "when": datetime.datetime(2020, 1, 1),
        "syntax_error": SyntaxError("bad", ("file", 1, 2, "text")),
        "exit": SystemExit(3),
        "mixed_error": MixedError(2, "gone"),
        "told": Told(1),
        "untold": Untold(1),
        "grouped": Members(),
        "grid": memoryview(bytes(range(24))).cast("h", (3, 4)),
        "part_of_view": memoryview(array.array("d", [1, 2, 3, 4]))[::-2],
        "released": released(),
    }


def released():
    view = memoryview(b"x")
    view.release()
    return view


class Node(ctypes.Structure):
    pass


Node._fields_ = [("next", ctypes.POINTER(Node)), ("other", ctypes.POINTER(Node)), ("n", ctypes.c_int)]


def ring():
    node = Node(n=7)
    node.next = node.other = ctypes.pointer(node)
    return node


def c_values():
    numbers = Numbers(-3, 0.5, b"ab", 5, 17, (1, 2, 3))
    return {
        "c_int": ctypes.c_int(-7),
        "c_double": ctypes.c_double(0.25),
        "c_bool": ctypes.c_bool(True),
        "c_char": ctypes.c_char(b"x"),
        "c_text": ctypes.c_char_p(b"text"),
        "no_c_text": ctypes.c_char_p(),
        "c_address": ctypes.c_void_p(0x1234),
        "c_numbers": numbers,
        "c_array": (ctypes.c_short * 3)(1, 2, 3),
        "c_pointer": ctypes.pointer(numbers),
        "c_ring": ring(),
        "c_null": ctypes.POINTER(ctypes.c_int)(),
    }


class Permission(enum.Flag):
    READ, WRITE, RUN = 1, 2, 4


class Level(enum.IntFlag):
    LOW, HIGH = 1, 2


class Word(str, enum.Enum):
    YES = "yes"


class Shadowing(enum.Enum):
    name, value, alias = 1, "two", 1


class Computing(enum.Enum):
    ONE = 1

    @property
    def value(self):
        return "computed"


class OwnMeta(enum.EnumMeta):
    pass


class Chosen(enum.IntEnum, metaclass=OwnMeta):
    FIRST = 1


if sys.version_info >= (3, 11):

    class Text(enum.StrEnum):
        YES = "yes"

else:
    Text = Word


@dataclasses.dataclass
class Card:
    rank: int
    suit: str = "hearts"
    secret: str = dataclasses.field(default="s", repr=False)
    pile: list = dataclasses.field(default_factory=list)
    deck: typing.ClassVar[int] = 1


@dataclasses.dataclass
class Told:
    a: int

    def __repr__(self):
        return "told by itself"


@dataclasses.dataclass(repr=False)
class Untold:
    a: int


class LaterCard(Card):
    pass


class MyDate(datetime.date):
    pass


class MyDeque(collections.deque):
    pass


class MyDefault(collections.defaultdict):
    pass


class MyFraction(fractions.Fraction):
    pass


class SequenceOfOne:
    def __getitem__(self, index):
        return [1][index]


def ordered():
    found = collections.OrderedDict(a=1, b=2, c=[3])
    found.move_to_end("a")
    return found


def times():
    zone = datetime.timezone(datetime.timedelta(hours=-5, minutes=-30), "own")
    return {
        "date": datetime.date(2024, 2, 29),
        "my_date": MyDate(1, 1, 1),
        "clock": datetime.time(1, 2),
        "exact_clock": datetime.time(1, 2, 0, 5, tzinfo=datetime.timezone.utc, fold=1),
        "seconds": datetime.time(23, 59, 59),
        "midnight": datetime.datetime(2020, 1, 1),
        "moment": datetime.datetime(2020, 12, 31, 23, 59, 58, 999999, tzinfo=zone),
        "duration": datetime.timedelta(days=-1, microseconds=7),
        "no_duration": datetime.timedelta(0),
        "utc": datetime.timezone.utc,
        "zone": zone,
        "nameless_zone": datetime.timezone(datetime.timedelta(seconds=3600)),
        "struct_time": time.gmtime(0),
        "stat": os.stat_result(range(10, 29)),
        "version_info": sys.version_info,
        "flags": sys.flags,
    }


def library_numbers():
    return {
        "decimal": decimal.Decimal("-1.50"),
        "big_decimal": decimal.Decimal(7) ** 150,
        "small_decimal": decimal.Decimal("1E-99"),
        "whole_decimal": decimal.Decimal("12E+5"),
        "no_decimal": decimal.Decimal("NaN"),
        "signaling": decimal.Decimal("sNaN12"),
        "infinite_decimal": decimal.Decimal("-Infinity"),
        "zero_decimal": decimal.Decimal("0.000"),
        "fraction": fractions.Fraction(-2, 6),
        "my_fraction": MyFraction(1, 2),
        "uuid_": uuid.UUID(int=0x1234),
        "negative_zero": complex(-0.0, -0.0),
        "nan_complex": complex(math.nan, math.inf),
    }


def library_containers():
    empty_default = collections.defaultdict(None)
    return {
        "default": collections.defaultdict(list, {"k": [1]}),
        "empty_default": empty_default,
        "my_default": MyDefault(int, a=1),
        "ordered": ordered(),
        "no_ordered": collections.OrderedDict(),
        "counter_": collections.Counter("abcab"),
        "no_counter": collections.Counter(),
        "my_deque": MyDeque([1], 3),
        "keys": {"a": 1}.keys(),
        "values": {"a": [1]}.values(),
        "pairs": {"a": 1, 2: None}.items(),
        "chars": array.array("u", "añ"),
        "ints": array.array("i", [-1, 2, 3]),
        "doubles": array.array("d", [0.5, -1e300]),
        "longs": array.array("L", [1 << 40]),
        "no_ints": array.array("H"),
        "view": memoryview(b"abc"),
        "path": pathlib.Path("/usr/./lib//x"),
        "relative_path": pathlib.PurePosixPath("a", "b/c"),
        "here": pathlib.PurePosixPath(),
        "asked_path": asked_path(),
        "windows_path": pathlib.PurePosixPath("//a/b"),
        "namespace_": types.SimpleNamespace(a=1, b="x"),
        "card": Card(1),
        "later_card": LaterCard(2, pile=[Card(3)]),
    }


def asked_path():
    found = pathlib.PurePosixPath("/asked", "for")
    str(found)
    return found


def enum_members():
    return {
        "member": Color.RED,
        "text_member": Color.BLUE,
        "int_member": Number.ONE,
        "permission": Permission.READ,
        "permissions": Permission.READ | Permission.RUN,
        "no_permission": Permission(0),
        "level": Level.LOW | Level.HIGH,
        "word": Word.YES,
        "str_member": Text.YES,
        "shadowing": Shadowing.value,
        "computing": Computing.ONE,
        "chosen": Chosen.FIRST,
    }


def c_callables():
    return {
        "method_descriptor": list.append,
        "class_method_descriptor": vars(dict)["fromkeys"],
        "slot_wrapper": int.__add__,
        "method_wrapper": (7).__add__,
        "slot_": Slotted.a,
        "getset": vars(type)["__name__"],
        "wrapped_class_method": vars(Described)["made"],
        "property_": vars(Point)["computed"],
        "partial_": functools.partial(int, "1", base=8),
        "partial_method": functools.partial(Point.method),
        "super_": super(Derived, Derived()),
        "generic": list[int] if sys.version_info >= (3, 9) else 0,
        "nested_generic": dict[str, list[int]] if sys.version_info >= (3, 9) else 0,
        "empty_generic": tuple[()] if sys.version_info >= (3, 9) else 0,
        "union": int | None | str if sys.version_info >= (3, 10) else 0,
        "module_without_file": types.ModuleType("bare"),
        "frozen_module": sys.modules["_frozen_importlib"],
        "main_module": sys.modules["__main__"],
        "package": json,
        "variable": contextvars.ContextVar("variable"),
        "variable_with_default": contextvars.ContextVar("v", default=[1]),
        "capsule": datetime.datetime_CAPI,
    }


class Described:
    @classmethod
    def made(cls):
        return cls()


def weak():
    return {
        "weak_to_class": weakref.ref(Point),
        "weak_to_function": weakref.ref(caught),
        "weak_to_object": weakref.ref(KEPT),
        "dead": weakref.ref(Point()),
        "weak_proxy": weakref.proxy(KEPT),
    }


KEPT = Point()


def iterators():
    half, seen = iter([1, 2, 3]), zip("ab", "cd")
    next(half), next(seen)
    exhausted = iter([])
    list(exhausted)
    return {
        "half": half,
        "exhausted": exhausted,
        "tuple_iterator": iter((1, 2)),
        "text_iterator": iter("abc"),
        "bytes_iterator": iter(b"abc"),
        "dict_iterator": iter({"a": 1}),
        "set_iterator": iter({1}),
        "deque_iterator": iter(collections.deque([1, 2])),
        "range_iterator": iter(range(3)),
        "backward": reversed([1, 2]),
        "backward_tuple": reversed((1, 2)),
        "sequence_iterator": iter(SequenceOfOne()),
        "call_iterator": iter(int, 1),
        "enumerated": enumerate("ab"),
        "zipped": seen,
        "mapped": map(int, "12"),
        "filtered": filter(None, [1]),
        "counted": itertools.count(5),
        "counted_by_two": itertools.count(5, 2),
        "counted_reals": itertools.count(0.5, 0.25),
        "chained": itertools.chain([1], [2]),
    }


def system():
    taken, recursive = threading.Lock(), threading.RLock()
    taken.acquire()
    recursive.acquire()
    recursive.acquire()
    closed = open(os.devnull)
    closed.close()
    return {
        "lock": threading.Lock(),
        "taken": taken,
        "recursive": recursive,
        "free_recursive": threading.RLock(),
        "text_file": open(os.devnull, "w", encoding="latin-1"),
        "standard_error": sys.stderr,
        "closed": closed,
        "binary_file": open(os.devnull, "rb"),
        "random_file": open(os.devnull, "rb+"),
        "raw_file": open(os.devnull, "wb", buffering=0),
        "descriptor": io.FileIO(os.open(os.devnull, os.O_RDONLY)),
        "text_buffer": io.StringIO("x"),
        "pattern_": re.compile("(a+)b?"),
        "flagged_pattern": re.compile(b"x", re.I | re.M),
        "ascii_pattern": re.compile("x", re.A | re.X),
        "match": re.search("b(c)?", "abd"),
        "match_in_bytes": re.search(b"b+", b"abbbd"),
    }


def standing():
    """Code that has a frame of its own."""
    fresh, waiting, done, inner = generator(), delegating(), generator(), awaiting()
    next(waiting)
    list(done)
    inner.send(None)
    return {
        "fresh": fresh,
        "waiting": waiting,
        "done": done,
        "awaiting": inner,
        "asynchronous": asynchronous(),
        "trace": caught().__traceback__,
        "group_error": group_error(),
        "noted": noted(),
        "frame_": sys._getframe(),
    }


def delegating():
    mark = "in delegating"
    yield from generator()  # @delegating
    return mark


class Awaited:
    def __await__(self):
        yield "awaited"


async def awaiting():
    marker = "in awaiting"
    await Awaited()  # @awaiting
    return marker


async def asynchronous():
    yield 1


def group_error():
    if sys.version_info < (3, 11):
        return ValueError("m", [])
    return ExceptionGroup("several", [ValueError(1), KeyError("k")])  # noqa: F821


def noted():
    error = ValueError("noted")
    if sys.version_info >= (3, 11):
        error.add_note("a note")
    return error


class Numbers(ctypes.Structure):
    _fields_ = [
        ("small", ctypes.c_int8),
        ("real", ctypes.c_double),
        ("letters", ctypes.c_char * 4),
        ("bits", ctypes.c_uint, 3),
        ("more_bits", ctypes.c_uint, 5),
        ("inner", ctypes.c_int * 3),
    ]


class Members:
    _protected, __private, public = 1, 2, 3

    def __init__(self):
        self.own, self._hidden, self.__mangled, self.__special__ = 1, 2, 3, 4
        self.function, self.of_class = caught, Point


def attributes(value):
    return getattr(value, "__dict__", {})


def zoo(exact, opened):
    probe.checkpoint(None)


def with_cells(exact, opened):
    captured, other = [1], 2

    def inner():
        zoo(exact, opened)
        return captured

    return inner(), other


def main():
    exact = {**numbers(), **texts(), **containers(), **callables()}
    exact.update({**times(), **library_numbers(), **library_containers(), **c_callables()})
    exact.update({**enum_members(), **weak(), **iterators(), **system(), **standing()})
    opened = {**instances(), **made_in_c(), **c_values()}
    items = {
        name: [repr(each) for each in value]
        for name, value in exact.items()
        if isinstance(value, (list, tuple, set, frozenset, collections.deque))
    }
    with open(sys.argv[1], "w") as out:
        json.dump(
            {
                "reprs": {name: repr(value) for name, value in exact.items()},
                "types": {name: type(value).__qualname__ for name, value in exact.items()},
                "items": items,
                "enums": {
                    name: {"name": repr(member.name), "value": repr(member.value)}
                    for name, member in enum_members().items()
                },
                "attributes": {
                    name: [key if isinstance(key, str) else repr(key) for key in attributes(value)]
                    for name, value in opened.items()
                },
            },
            out,
        )
    with_cells(exact, opened)


main()
