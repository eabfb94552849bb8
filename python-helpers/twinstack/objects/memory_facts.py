"""What an object costs and who keeps it: reference count, garbage collection, size."""

IMMORTAL = 1 << 31  # of the lower 32 bits of ob_refcnt, CPython 3.12 on (PEP 683, Include/object.h)
IMMORTAL_LOCAL = (1 << 32) - 1  # ob_ref_local of a free-threaded build
DEFERRED = (1 << 60) - 1  # added to the count of an object with deferred counting (pycore_object.h)
SHARED_SHIFT = 2  # ob_ref_shared: two flags below the count


class MemoryFacts:
    """Reads them for the objects of one Runtime."""

    def __init__(self, runtime):
        self._readers, self._memory = runtime.readers, runtime.readers.memory
        self._layout, self._collector = runtime.layout, runtime.collector

    def variables(self, address):
        """The facts about the memory of an object, as VARIABLEs: references, garbage collection, sizes."""
        facts = (
            ("reference count", self.references(address)),
            ("garbage collection", self.collection(address)),
            ("size", "at least %d bytes" % self.size(address)),
            ("size of the type", self._type_size(self._readers.types.of(address))),
        )
        return [{"name": name, "value": value, "type": "", "kind": "virtual"} for name, value in facts]

    def is_unreferenced(self, address):
        """Whether nothing holds a reference to the object, which is then being destroyed or is freed."""
        return self.references(address).split()[0] == "0"

    def references(self, address):
        if self._layout.has("PyObject", "ob_ref_local"):
            return self._shared_references(address)
        count = self._memory.i64(address + self._layout.offset("PyObject", "ob_refcnt"))
        if self._layout.has("PyObject", "ob_refcnt_split") or self._layout.has("PyObject", "ob_refcnt_full"):
            count &= (1 << 32) - 1
            return "immortal" if count & IMMORTAL else str(count)
        return str(count)

    def _shared_references(self, address):
        local = self._memory.u32(address + self._layout.offset("PyObject", "ob_ref_local"))
        if local == IMMORTAL_LOCAL:
            return "immortal"
        shared = self._memory.i64(address + self._layout.offset("PyObject", "ob_ref_shared"))
        others = shared >> SHARED_SHIFT
        if others >= DEFERRED // 2:
            return "deferred: references from frames are not counted"
        return "%d (%d of the owning thread, %d of others)" % (local + others, local, others)

    def collection(self, address):
        type_object = self._readers.types.of(address)
        if not self._collector.may_track(type_object):
            return "not tracked, as objects of its type never are"
        if not self._collector.is_tracked(address):
            return "not tracked"
        generation = self._collector.generation(address)
        return "tracked, in %s" % generation if generation else "tracked"

    def size(self, address):
        """Bytes of the object and the collector's header, without what it points to."""
        type_object = self._readers.types.of(address)
        return self._own_size(address, type_object) + self._collector.header_size(address)

    def _own_size(self, address, type_object):
        if type_object.builtin == "str":
            return self._readers.strings.size(address)
        if type_object.builtin == "type" and not self._readers.types.at(address).is_heap:
            return self._layout.size("PyTypeObject")
        return type_object.basicsize + self._items(address, type_object) * type_object.itemsize

    def _items(self, address, type_object):
        """How many items of ``itemsize`` bytes lie in the object itself."""
        if type_object.builtin in ("int", "bool"):
            return self._readers.ints.sign_and_size(address)[1]
        struct = self._readers.kind(type_object.builtin).STRUCT
        if not type_object.itemsize or not self._layout.has(struct, "ob_size"):
            return 0
        return abs(self._memory.i64(address + self._layout.offset("PyVarObject", "ob_size")))

    def _type_size(self, type_object):
        text = "%d bytes" % type_object.basicsize
        each = type_object.itemsize
        return text + " and %d for each item" % each if each else text
