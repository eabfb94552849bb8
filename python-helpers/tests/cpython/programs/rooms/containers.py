"""Objects with items, of C and of the library."""

import array
import collections
import types
import weakref

from .enums import Number


class MyDict(dict):
    pass


class MyList(list):
    pass


Pair = collections.namedtuple("Pair", "left right")
Wide = collections.namedtuple("Wide", ["field%d" % i for i in range(90)])


class Twins(Pair):
    __slots__ = ()


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


class MyDeque(collections.deque):
    pass


class MyUserDict(collections.UserDict):
    pass


class MyDefault(collections.defaultdict):
    pass


def ordered():
    found = collections.OrderedDict(a=1, b=2, c=[3])
    found.move_to_end("a")
    return found


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
        "counter_of_floats": collections.Counter({"a": 1.5, "b": 2.5, "c": 2}),
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
        "namespace_": types.SimpleNamespace(a=1, b="x"),
        "chained_maps": collections.ChainMap({"a": 1}, MyDict()),
        "user_dict": MyUserDict(a=[1]),
        "user_list": collections.UserList("ab"),
        "user_string": collections.UserString("it's"),
        "weak_set": weakref.WeakSet(),
    }
