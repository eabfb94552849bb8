"""Members of enum classes."""

import enum
import sys


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


class Number(enum.IntEnum):
    ONE = 1


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
