"""The references in a frame: plain pointers, or from CPython 3.14 on _PyStackRef, whose two lowest
bits are a tag (pycore_stackref.h)."""

from ..errors import CorruptMemory

TAG = 3
INT = 3  # Py_INT_TAG: the other bits are a number
STRUCT, TAGGED_MEMBER = "_PyInterpreterFrame", "f_executable.bits"


class Pointers:
    """A reference is the address of the object; NULL is none."""

    @staticmethod
    def target(bits):
        """Address of the object that a reference leads to; 0 when it is none."""
        return bits


class StackReferences:
    """_PyStackRef; PyStackRef_NULL has nothing but a tag bit."""

    @staticmethod
    def target(bits):
        if bits & TAG == INT:
            raise CorruptMemory(bits, "the tagged number %d and no object" % (bits >> 2))
        return bits & ~TAG


def of(layout):
    """How the frames of this version refer to objects."""
    return StackReferences if layout.has(STRUCT, TAGGED_MEMBER) else Pointers
