"""NumPy's scalars as repr() writes them: 1.5 in NumPy 1, np.float64(1.5) in NumPy 2."""

from ...errors import CorruptMemory
from .base import Kind
from .numpy_elements import LARGEST, Plain
from .numpy_times import GENERIC, HOURS, NOT_A_TIME, time_text, unit_text

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
        arguments = [time_text(number, unit, many, is_moment)]
        if self._tells_unit(number, unit, many, is_moment):
            arguments.append("'%s'" % unit_text(unit, many))
        module = "np" if self.does("types of scalars") else "numpy"
        return "%s.%s(%s)" % (module, name, ",".join(arguments))

    def _tells_unit(self, number, unit, many, is_moment):
        """Whether repr() names the unit: not where the text of a moment shows it."""
        if is_moment and number == NOT_A_TIME and self.does("units of NaT"):
            return True
        return unit != GENERIC and not (is_moment and many == 1 and unit != HOURS)


KINDS = {"numpy." + name: ScalarKind for name in SCALARS}
KINDS.update({"numpy.datetime64": TimeKind, "numpy.timedelta64": TimeKind})
