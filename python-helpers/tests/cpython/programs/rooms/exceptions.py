"""Exceptions, alone and in groups."""

import sys


class MixedError(OSError, ValueError):
    __slots__ = ("own",)


def caught():
    try:
        try:
            raise KeyError("first")
        except KeyError as first:
            raise ValueError("second", 2) from first
    except ValueError as error:
        return error


def exceptions():
    return {
        "error": caught(),
        "no_arguments": TypeError(),
        "os_error": OSError(2, "gone", "file"),
        "one_argument": KeyError("k"),
        "group_error": group_error(),
        "noted": noted(),
    }


def group_error():
    if sys.version_info < (3, 11):
        return ValueError("m", [])
    return ExceptionGroup("several", [ValueError(1), KeyError("k")])  # noqa: F821


def noted():
    error = ValueError("noted")
    if sys.version_info >= (3, 11):
        error.add_note("a note")
    return error
