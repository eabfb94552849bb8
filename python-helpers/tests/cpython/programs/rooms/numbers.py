"""Numbers, constants and texts."""

import math


class MyInt(int):
    pass


class Alike(int):
    """Equal to anything."""

    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


class MyStr(str):
    pass


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
        "alike": Alike(7),
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
