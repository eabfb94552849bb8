"""Objects with a place in a source; the lines of those in Python go to argv[1]."""

import dataclasses
import functools
import json
import sys

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


def main():
    started, finished, awaited = generator(), ended(), coroutine()
    next(started)
    traceback = caught().__traceback__
    plain = Plain()
    lines = {
        "function": stop.__code__.co_firstlineno,
        "decorated": decorated.__code__.co_firstlineno,
        "method": Plain.method.__code__.co_firstlineno,
        "bound_method": Plain.method.__code__.co_firstlineno,
        "static": Plain.static.__code__.co_firstlineno,
        "property": Plain.computed.fget.__code__.co_firstlineno,
        "code": stop.__code__.co_firstlineno,
        "generator": started.gi_frame.f_lineno,
        "unstarted": generator.__code__.co_firstlineno,
        "coroutine": coroutine.__code__.co_firstlineno,
        "traceback": traceback.tb_lineno,
        "inner_traceback": traceback.tb_next.tb_lineno,
    }
    with open(sys.argv[1], "w") as out:
        json.dump(lines, out)
    stop(
        {
            "function": stop,
            "decorated": decorated,
            "lambda": lambda: 1,
            "method": Plain.method,
            "bound_method": plain.method,
            "static": vars(Plain)["static"],
            "property": vars(Plain)["computed"],
            "code": stop.__code__,
            "generator": started,
            "unstarted": generator(),
            "finished": finished,
            "coroutine": awaited,
            "traceback": traceback,
            "inner_traceback": traceback.tb_next,
            "class_": Plain,
            "empty_class": Empty,
            "dataclass": Data,
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
    )
    awaited.close()


main()
