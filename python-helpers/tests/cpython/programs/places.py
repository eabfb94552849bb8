"""Objects with a place in a source; the lines of those in Python go to argv[1]."""

import contextlib
import dataclasses
import functools
import json
import sys
import typing

import probe


class Plain:
    attribute = 1

    def method(self):
        return self

    @property
    def computed(self):
        return 1

    @staticmethod
    def static():
        return 1


class Empty:
    pass


@dataclasses.dataclass
class Data:
    number: int = 1

    def method(self):
        return self


@dataclasses.dataclass
class Generated:
    number: int = 1


class Tuple(typing.NamedTuple):
    number: int


class Entered:
    @contextlib.contextmanager
    def first(self):
        yield

    def second(self):
        return self


def same(function):
    return function


@same
@functools.lru_cache()
def unused():
    pass


@same
@same
def decorated():
    pass


def generator():
    yield 1
    yield 2


async def coroutine():
    pass


def ended():
    yield


def raising():
    raise KeyError


def caught():
    try:
        raising()
    except KeyError as error:
        return error


def stop(places):
    probe.checkpoint(None)


def first_line(function):
    return function.__code__.co_firstlineno


def standing():
    """Generators, coroutines and tracebacks, in every state."""
    started, finished = generator(), ended()
    next(started)
    list(finished)
    traceback = caught().__traceback__
    return {
        "generator": started,
        "unstarted": generator(),
        "finished": finished,
        "coroutine": coroutine(),
        "traceback": traceback,
        "inner_traceback": traceback.tb_next,
    }


def defined():
    """Functions and classes in Python."""
    return {
        "function": stop,
        "decorated": decorated,
        "lambda": lambda: 1,
        "method": Plain.method,
        "bound_method": Plain().method,
        "static": vars(Plain)["static"],
        "property": vars(Plain)["computed"],
        "code": stop.__code__,
        "class_": Plain,
        "empty_class": Empty,
        "dataclass": Data,
        "generated": Generated,
        "tuple": Tuple,
        "entered": Entered,
    }


def written_in_c():
    """What has no line of Python."""
    return {
        "c_function": probe.checkpoint,
        "built_in": len,
        "method_descriptor": str.join,
        "slot_wrapper": int.__add__,
        "method_wrapper": (1).__add__,
        "getset": type.__dict__["__doc__"],
        "number": 1,
        "list": [],
        "built_in_class": int,
    }


def lines(places):
    """Of those that have one, as the program knows it."""
    found = {
        "property": first_line(Plain.computed.fget),
        "static": first_line(Plain.static),
        "code": first_line(stop),
        "generator": places["generator"].gi_frame.f_lineno,
        "unstarted": first_line(generator),
        "finished": first_line(ended),
        "coroutine": first_line(coroutine),
        "traceback": places["traceback"].tb_lineno,
        "inner_traceback": places["inner_traceback"].tb_lineno,
    }
    for name in ("function", "decorated", "method", "bound_method"):
        found[name] = first_line(places[name])
    return found


def main():
    places = {**standing(), **defined(), **written_in_c()}
    with open(sys.argv[1], "w") as out:
        json.dump(lines(places), out)
    stop(places)
    places["coroutine"].close()


main()
