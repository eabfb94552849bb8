"""Type objects: what an object is. CPython: Include/cpython/object.h, Include/object.h."""

from ..errors import CorruptMemory

HEAP_TYPE = 1 << 9
SUBCLASSES = (  # Py_TPFLAGS_*_SUBCLASS, the same in every version
    (1 << 24, "int"),
    (1 << 25, "list"),
    (1 << 26, "tuple"),
    (1 << 27, "bytes"),
    (1 << 28, "str"),
    (1 << 29, "dict"),
    (1 << 30, "BaseException"),
    (1 << 31, "type"),
)
GENERATORS = "generator", "coroutine", "async_generator"  # types of PyGenObjects
READY = 1 << 12  # Py_TPFLAGS_READY
TYPE_SUBCLASS = 1 << 31
MAX_BASES = 64


class TypeObject:
    """One type: its address, tp_name, flags and sizes in bytes.

    ``builtin`` names the built-in type whose memory layout its instances have, such as "int" for
    bool and every enum.IntEnum, or "object" when they have only attributes. ``is_heap``: made at
    run time, by a class statement or PyType_FromSpec. ``short_name``: tp_name without its module.
    """

    __slots__ = (
        "address",
        "name",
        "short_name",
        "flags",
        "is_heap",
        "basicsize",
        "itemsize",
        "dictoffset",
        "builtin",
    )


class Types:
    """Reads type objects by one version's layout, each once per stop."""

    def __init__(self, memory, layout, static_types, static_names, known):
        """``known``: names of the built-in types beyond SUBCLASSES whose layouts we can read."""
        self._memory = memory
        self._static_types, self._static_names = static_types, static_names
        self._known = known
        self._types = {}
        self._ob_type = layout.offset("PyObject", "ob_type")
        self._tuple_size = layout.offset("PyVarObject", "ob_size")
        self._tuple_items = layout.offset("PyTupleObject", "ob_item")
        self._name, self._flags, self._basicsize, self._itemsize, self._dictoffset = (
            layout.offset("PyTypeObject", "tp_" + name)
            for name in ("name", "flags", "basicsize", "itemsize", "dictoffset")
        )
        self._repr = layout.offset("PyTypeObject", "tp_repr")
        self._mro = layout.offset("PyTypeObject", "tp_mro")
        self._dict = layout.offset("PyTypeObject", "tp_dict")

    def forget(self):
        self._types.clear()

    def of(self, address):
        """The TypeObject of the object at ``address``."""
        return self.at(self._memory.u64(address + self._ob_type))

    def at(self, address):
        """The TypeObject for the type at ``address``, read once."""
        found = self._types.get(address)
        if found is None:
            found = self._types[address] = self._read(address)
        return found

    def mro(self, type_object):
        """The TypeObjects in method resolution order, the type itself first."""
        return [self.at(base) for base in self._order(type_object.address)] or [type_object]

    def has_own_repr(self, type_object, built_in="object"):
        """Is its repr() another one than that of the built-in type of this name, from which it derives?"""
        order = self.mro(type_object)
        base = next((each for each in order if each.name == built_in), order[-1])
        return len({self._memory.u64(each.address + self._repr) for each in (type_object, base)}) == 2

    def namespace(self, type_object):
        """Address of the dict of what the type itself defines; 0 when it cannot be found."""
        mapping = self._memory.u64(type_object.address + self._dict)
        return mapping or self._static_types.namespace(type_object.address)

    def _read(self, address):
        memory, type_object = self._memory, TypeObject()
        type_object.address = address
        type_object.flags = memory.u64(address + self._flags)
        metatype = memory.u64(address + self._ob_type)
        if not type_object.flags & READY or not memory.u64(metatype + self._flags) & TYPE_SUBCLASS:
            raise CorruptMemory(address, "no type object")
        type_object.is_heap = bool(type_object.flags & HEAP_TYPE)
        type_object.name = self._name_of(address)
        type_object.short_name = type_object.name.rpartition(".")[2]
        type_object.basicsize = memory.i64(address + self._basicsize)
        type_object.itemsize = memory.i64(address + self._itemsize)
        type_object.dictoffset = memory.i64(address + self._dictoffset)
        type_object.builtin = self._builtin(address)
        return type_object

    def _name_of(self, address):
        try:
            return self._memory.text(self._memory.u64(address + self._name), 256)
        except CorruptMemory:
            name = self._flagged(address) or self._static_names.of(address)
            if name is None:
                raise
            return name

    def _flagged(self, address):
        """The name of a type that CPython tells by a flag, such as dict; None for another. Types that are derived from it have the flag, too."""
        for flag, name in SUBCLASSES:
            if self._memory.u64(address + self._flags) & flag:
                bases = [base for base in self._order(address) if self._memory.u64(base + self._flags) & flag]
                return name if bases[-1:] == [address] else None
        return None

    def _builtin(self, address):
        """The nearest known type along tp_mro: tp_base misses second bases (numpy.float64)."""
        for base in (address,) + tuple(self._order(address)):
            name, flags = self._name_of(base), self._memory.u64(base + self._flags)
            if name in self._known and ("." in name or not flags & HEAP_TYPE):
                if name != "object":
                    return name  # a class statement makes heap types without a dot
        flags = self._memory.u64(address + self._flags)
        return next((known for flag, known in SUBCLASSES if flags & flag), "object")

    def _order(self, address):
        """Addresses of the types in a type's tp_mro; none while the type is being made."""
        order = self._memory.u64(address + self._mro)
        if not order:
            return ()
        count = min(MAX_BASES, self._memory.i64(order + self._tuple_size))
        return self._memory.pointers(order + self._tuple_items, count)
