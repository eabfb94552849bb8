"""Instances of classes in Python: attributes, slots, generated texts."""

import dataclasses
import typing

from .containers import MyDict, Wide
from .enums import Number
from .exceptions import caught
from .numbers import MyStr


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
        "told": Told(1),
        "untold": Untold(1),
        "grouped": Members(),
    }


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


def dataclass_instances():
    return {
        "card": Card(1),
        "later_card": LaterCard(2, pile=[Card(3)]),
    }


class Members:
    _protected, __private, public = 1, 2, 3

    def __init__(self):
        self.own, self._hidden, self.__mangled, self.__special__ = 1, 2, 3, 4
        self.function, self.of_class = caught, Point
