"""One object of every sort as a local of zoo(); what repr() says of each goes to argv[1]."""

import collections
import datetime
import enum
import functools
import json
import math
import re
import sys
import types
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
        "member": Color.RED,
        "text_member": Color.BLUE,
        "int_member": Number.ONE,
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
    }


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
    opened = {**instances(), **made_in_c()}
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
                "attributes": {
                    name: [key if isinstance(key, str) else repr(key) for key in attributes(value)]
                    for name, value in opened.items()
                },
            },
            out,
        )
    with_cells(exact, opened)


main()
