"""NumPy's arrays and scalars as locals of look(); what repr() says of the scalars goes to argv[1]."""

import json
import sys

import numpy
import probe

UNITS = ("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as")


def scalars():
    found = [
        getattr(numpy, name)(number)
        for name in ("float16", "float32", "float64", "complex64", "complex128")
        for number in (0.1, 1e-5, 1.5, 65504, -0.0, numpy.nan, -numpy.inf)
    ]
    found += [numpy.float32(number) for number in (1e10, 1e16, 16777216, 1.1754944e-38, 3.4028235e38, 1e-4, 999999)]
    found += [numpy.complex64(0.1 + 2j), numpy.complex128(1e-5 - 1e17j), numpy.complex128(2j)]
    found += [getattr(numpy, name)(7) for name in ("int8", "uint16", "intc", "longlong", "ulonglong")]
    found += [numpy.bool_(True), numpy.bool_(False), numpy.str_("x'é"), numpy.bytes_(b"\xff")]
    texts = ("1970-01-01", "2020-02-29", "1899-12-31", "0001-01-01", "12000-03-15", "-0044-03-15", "NaT")
    for unit in UNITS:
        for text in texts[: -1 if unit in "YMWDhms" else 1]:
            found.append(numpy.datetime64(text, unit))
        found += [numpy.datetime64("NaT", unit), numpy.timedelta64(-5, unit)]
        found += [numpy.datetime64(-123456789, unit), numpy.timedelta64("NaT", unit)]
    found += [numpy.datetime64(99, "25s"), numpy.timedelta64(-5, "25s"), numpy.timedelta64(5)]
    return found + [numpy.datetime64("NaT"), numpy.timedelta64("NaT"), numpy.datetime64(7, "3h")]


def look():
    alone = scalars()
    with open(sys.argv[1], "w") as out:
        json.dump([repr(scalar) for scalar in alone], out)
    plain = numpy.arange(12, dtype="int16").reshape(3, 4)
    strided = plain[::-1, ::2]
    backwards = numpy.array([1.5, -2.0], dtype=">f8")
    single = numpy.array(7.25)
    nothing = numpy.zeros((0, 3))
    letters = numpy.array(["añ", "b"])
    raw = numpy.array([b"x", b"yz"])
    mixed = numpy.array([[1, 2], "x"], dtype=object)
    inside = numpy.array([None, "a"], dtype=object)
    inside[0] = inside
    object_alone = numpy.array({"a": 1}, dtype=object)
    fields = numpy.array([("x", 1)], dtype=[("name", "O"), ("count", "i4")])
    records = numpy.array([(1, 2.5), (3, 4.5)], dtype=[("count", "i4"), ("real", "f8")])
    masked = numpy.ma.array([[1, 2], [3, 4]], mask=[[0, 1], [0, 0]])
    truth = numpy.array([True, False])
    imaginary = numpy.array([1 + 2j], dtype="complex64")
    moment = numpy.array(["2020-01-01", "NaT"], dtype="datetime64[D]")
    backwards_moment = numpy.array([99], dtype=">M8[25s]")
    durations = numpy.array([5, "NaT"], dtype="timedelta64[h]")
    big = numpy.arange(1000000)
    kind = numpy.dtype("float32")
    return probe.checkpoint(locals())


look()
sys.exit()
