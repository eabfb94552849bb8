"""NumPy's scalars as repr() writes them: 1.5 in NumPy 1, np.float64(1.5) in NumPy 2."""

from ...errors import CorruptMemory
from .base import Kind
from .numpys import LARGEST, NOT_A_TIME, Plain

SCALARS = {  # of numpy: dtype's kind and size
    "bool_": "b1", "bool": "b1", "int8": "i1", "int16": "i2", "int32": "i4", "int64": "i8",
    "longlong": "i8", "uint8": "u1", "uint16": "u2", "uint32": "u4", "uint64": "u8",
    "ulonglong": "u8", "float16": "f2", "float32": "f4", "float64": "f8", "complex64": "c8",
    "complex128": "c16",
}
SINCE = {  # what repr() does from which NumPy on
    "types of scalars": (2, 0),
    "early exponents": (2, 3),
    "units of NaT": (2, 4),
}
LARGEST_FLOATS = {"f2": 1e3, "f4": 1e6, "c8": 1e6}  # with early exponents
YEARS, MONTHS, WEEKS, DAYS, HOURS, MINUTES, SECONDS = 0, 1, 2, 4, 5, 6, 7  # NPY_DATETIMEUNIT
GENERIC = 14
UNITS = ("Y", "M", "W", "", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as", "generic")
EPOCH, ERA, ERA_YEARS = 719468, 146097, 400  # days from 0000-03-01 to 1970; in 400 years


class ScalarKind(Kind):
    """A number, bool or complex of NumPy's that stands alone, as numpy.int64."""

    STRUCT = "numpy_scalar"

    def text(self, address, type_object, writer):
        code = SCALARS[type_object.builtin.rpartition(".")[2]]
        largest = LARGEST_FLOATS.get(code, LARGEST) if self.does("early exponents") else LARGEST
        element = Plain(self.memory, code[0], int(code[1:]), "<", largest)
        return self.called(element.name, element.text(self.value(address)))

    def value(self, address):
        """The address of the bytes of its number."""
        return address + self.readers.layout.offset(self.STRUCT, "obval")

    def called(self, name, text):
        """With the name of its type, where that is written."""
        if not self.does("types of scalars"):
            return text
        if name == "bool":
            return "np.%s_" % text
        return "np.%s(%s)" % (name, text.strip("()"))

    def does(self, feature):
        """Does the program's NumPy do this?"""
        return self.readers.modules.version("numpy") >= SINCE[feature]


class TimeKind(ScalarKind):
    """datetime64 and timedelta64: behind the number is what it counts (PyDatetimeScalarObject,
    numpy/arrayscalars.h)."""

    def text(self, address, type_object, writer):
        at = self.value(address)
        number, unit, many = self.memory.i64(at), self.memory.i32(at + 8), self.memory.i32(at + 12)
        if not 0 <= unit <= GENERIC:
            raise CorruptMemory(at, "no unit of time")
        name = type_object.builtin.rpartition(".")[2]
        is_moment = name == "datetime64"
        arguments = ["'NaT'" if number == NOT_A_TIME else str(number)]
        if is_moment and number != NOT_A_TIME:
            arguments = ["'%s'" % moment(number * many, unit)]
        if self._tells_unit(number, unit, many, is_moment):
            arguments.append("'%s%s'" % (many if many != 1 else "", UNITS[unit]))
        module = "np" if self.does("types of scalars") else "numpy"
        return "%s.%s(%s)" % (module, name, ",".join(arguments))

    def _tells_unit(self, number, unit, many, is_moment):
        """Not where the text of a moment tells it."""
        if is_moment and number == NOT_A_TIME and self.does("units of NaT"):
            return True
        return unit != GENERIC and not (is_moment and many == 1 and unit != HOURS)


def moment(number, unit):
    """The ISO 8601 text of a time since 1970, as far as the unit goes."""
    if unit == YEARS:
        return "%04d" % (1970 + number)
    if unit == MONTHS:
        return "%04d-%02d" % (1970 + number // 12, number % 12 + 1)
    if unit in (WEEKS, DAYS):
        return date(number * (7 if unit == WEEKS else 1))
    return date_and_time(number, unit)


def date_and_time(number, unit):
    per_day = {HOURS: 24, MINUTES: 1440}.get(unit, 86400 * 1000 ** max(0, unit - SECONDS))
    days, rest = divmod(number, per_day)
    seconds, fraction = divmod(rest, 1000 ** max(0, unit - SECONDS))
    seconds *= {HOURS: 3600, MINUTES: 60}.get(unit, 1)
    parts = (seconds // 3600, seconds // 60 % 60, seconds % 60)[: min(unit, SECONDS) - HOURS + 1]
    text = "%sT%s" % (date(days), ":".join("%02d" % part for part in parts))
    return text + (".%0*d" % (3 * (unit - SECONDS), fraction) if unit > SECONDS else "")


def date(days):
    """Of a day since 1970 in the Gregorian calendar, whatever the year: years begin in March here."""
    era, day = divmod(days + EPOCH, ERA)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    year += ERA_YEARS * era + (month >= 10)
    return "%04d-%02d-%02d" % (year, (month + 2) % 12 + 1, day - (153 * month + 2) // 5 + 1)


KINDS = {"numpy." + name: ScalarKind for name in SCALARS}
KINDS.update({"numpy.datetime64": TimeKind, "numpy.timedelta64": TimeKind})
