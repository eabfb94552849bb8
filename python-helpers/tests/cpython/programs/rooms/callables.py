"""What can be called, what is made of it, and modules."""

import collections
import contextvars
import datetime
import functools
import json
import sys
import types

from .classes import Derived, Point, Slotted
from .exceptions import caught
from .standing import generator


def enclosing():
    free = [1, 2]

    def inner():
        return free

    return inner


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
        "static": vars(Point)["static"],
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
