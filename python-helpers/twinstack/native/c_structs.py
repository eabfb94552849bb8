"""The C structs of an extension's own types, as far as debug information tells them.

CPython does not know which struct an instance is. The program's own variables do: a C variable
``Vector *self`` that holds an object of type ``vec.Vector`` says so for all of them. Cython's
structs are found by their names (Cython's Naming.py: ``__pyx_obj_`` and the mangled module).
"""

import gdb

_VARIABLE_HEAD = ["ob_base", "ob_size"]  # PyVarObject: says no more than PyObject


class CStructs:
    """The structs of one Debuggee's types. A type is known by address and name: another one may
    come to lie at the address of one that is gone."""

    def __init__(self):
        self._structs = {}

    def note(self, type_object, struct):
        """A C variable declares objects of this type (typeobjects.TypeObject) as ``struct``.

        Of several the biggest that an instance has room for: a pointer may be to a base's struct,
        or cast to something else.
        """
        if struct.tag == "_object" or struct.keys() == _VARIABLE_HEAD:
            return
        key = type_object.address, type_object.name
        known = self._structs.get(key)
        fits = struct.sizeof <= type_object.basicsize
        if fits and (known is None or known.sizeof < struct.sizeof):
            self._structs[key] = struct

    def of(self, type_object):
        """The gdb.Type of instances of this type, or None."""
        noted = self._structs.get((type_object.address, type_object.name))
        return noted or _of_cython(type_object.name)


def _of_cython(name):
    """The struct of a cdef class: that of ``pkg.mod.Class`` is ``struct __pyx_obj_3pkg_3mod_Class``. None where GDB knows none."""
    *modules, own = name.split(".")
    mangled = "".join("%d%s_" % (len(part), part) for part in modules)
    try:
        return gdb.lookup_type("struct __pyx_obj_%s%s" % (mangled, own)) if modules else None
    except gdb.error:
        return None
