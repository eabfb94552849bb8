"""NumPy's arrays and scalars as locals of look()."""

import sys

import numpy
import probe


def look():
    plain = numpy.arange(12, dtype="int16").reshape(3, 4)
    strided = plain[::-1, ::2]
    backwards = numpy.array([1.5, -2.0], dtype=">f8")
    single = numpy.array(7.25)
    nothing = numpy.zeros((0, 3))
    letters = numpy.array(["añ", "b"])
    raw = numpy.array([b"x", b"yz"])
    mixed = numpy.array([[1, 2], "x"], dtype=object)
    records = numpy.array([(1, 2.5), (3, 4.5)], dtype=[("count", "i4"), ("real", "f8")])
    truth = numpy.array([True, False])
    imaginary = numpy.array([1 + 2j], dtype="complex64")
    moment = numpy.array(["2020-01-01", "NaT"], dtype="datetime64[D]")
    big = numpy.arange(1000000)
    whole, real, yes = numpy.int64(-7), numpy.float64(0.5), numpy.bool_(True)
    small = numpy.float32(0.25)
    kind = numpy.dtype("float32")
    return probe.checkpoint(locals())


look()
sys.exit()
