"""Attributes of instances: inline values, managed dicts, ``__dict__`` and ``__slots__``.

Where CPython keeps an instance's attributes differs between versions: one class each, chosen in
``versions``. All answer with items, (key address, value address), in insertion order.
"""

MANAGED_DICT = 1 << 4  # Py_TPFLAGS_MANAGED_DICT, CPython 3.11 on
INLINE_VALUES = 1 << 2  # Py_TPFLAGS_INLINE_VALUES, CPython 3.13 on
WORD = 8
OBJECT_MEMBERS = (6, 16)  # Py_T_OBJECT (T_OBJECT), Py_T_OBJECT_EX: Include/structmember.h
HIDDEN_MEMBERS = ("__dict__", "__weakref__")
MAX_SLOTS = 256


class InstanceValues:
    """A ``__dict__`` at tp_dictoffset: all that is up to CPython 3.10."""

    def __init__(self, memory, layout, dicts):
        self._memory, self._dicts = memory, dicts
        self._size = layout.offset("PyVarObject", "ob_size")

    def dictionary(self, instance, type_object):
        """Address of the instance's dict; 0 when it has none, or only values without a dict."""
        if not type_object.dictoffset:
            return 0
        return self._memory.u64(instance + self._dict_offset(instance, type_object))

    def items(self, instance, type_object, start, count):
        """A page of an instance's own attributes: (address of the name, address of the value) each."""
        mapping = self.dictionary(instance, type_object)
        if mapping:
            return self._dicts.items(mapping, start, count)
        return self._without_dict(instance, type_object)[start : start + count]

    def find(self, instance, type_object, name):
        """Address of the value under a name; 0 when there is none."""
        mapping = self.dictionary(instance, type_object)
        if mapping:
            return self._dicts.find(mapping, name)
        return self._dicts.named(self._without_dict(instance, type_object), name)

    def place(self, instance, type_object, is_key):
        """Where the value of the name is kept for which ``is_key(address)``: a dicts.Place, or None."""
        mapping = self.dictionary(instance, type_object)
        return self._dicts.place(mapping, is_key) if mapping else self._place_without_dict(instance, type_object, is_key)

    def _place_without_dict(self, instance, type_object, is_key):
        return None

    def count_in_dict(self, instance, type_object):
        """Number of items in a dict; 0 when there is none."""
        mapping = self.dictionary(instance, type_object)
        return self._dicts.length(mapping) if mapping else 0

    def count(self, instance, type_object):
        """Number of items; does not read them when they are in a dict."""
        mapping = self.dictionary(instance, type_object)
        if mapping:
            return self._dicts.length(mapping)
        return len(self._without_dict(instance, type_object))

    def _without_dict(self, instance, type_object):
        return []

    def _dict_offset(self, instance, type_object):
        """A negative tp_dictoffset counts from the end of a variable-sized object (object.h)."""
        if type_object.dictoffset > 0:
            return type_object.dictoffset
        size = (
            type_object.basicsize
            + abs(self._memory.i64(instance + self._size)) * type_object.itemsize
        )
        return (size + WORD - 1) // WORD * WORD + type_object.dictoffset


class ManagedValues(InstanceValues):
    """CPython 3.11 on: values without a dict, until one is asked for. Subclasses know where; ``OWNER``: the word, counted from the object, that
    changes when they are elsewhere."""

    OWNER = -3 * WORD

    def __init__(self, memory, layout, dicts):
        super().__init__(memory, layout, dicts)
        self._cached_keys = layout.offset("PyHeapTypeObject", "ht_cached_keys")

    def dictionary(self, instance, type_object):
        if type_object.flags & MANAGED_DICT:
            return self._managed_dict(instance)
        return super().dictionary(instance, type_object)

    def _place_without_dict(self, instance, type_object, is_key):
        values = self._values(instance, type_object) if type_object.flags & MANAGED_DICT else 0
        keys = values and self._memory.u64(type_object.address + self._cached_keys)
        return self._dicts.split_place(keys, values, is_key, instance + self.OWNER) if values else None

    def _without_dict(self, instance, type_object):
        values = self._values(instance, type_object) if type_object.flags & MANAGED_DICT else 0
        if not values:
            return []
        return self._dicts.split_items(
            self._memory.u64(type_object.address + self._cached_keys), values
        )


class ValuesBeforeObject(ManagedValues):
    """CPython 3.11: pointers to values and to the dict lie 4 and 3 words before the object."""

    OWNER = -4 * WORD

    def _managed_dict(self, instance):
        return self._memory.u64(instance - 3 * WORD)

    def _values(self, instance, type_object):
        return self._memory.u64(instance - 4 * WORD)


class TaggedDictBeforeObject(ManagedValues):
    """CPython 3.12: one word 3 before the object; bit 0 set: values start one byte after it."""

    def _managed_dict(self, instance):
        word = self._memory.u64(instance - 3 * WORD)
        return 0 if word & 1 else word

    def _values(self, instance, type_object):
        word = self._memory.u64(instance - 3 * WORD)
        return word + 1 if word & 1 else 0


class ValuesInObject(ManagedValues):
    """CPython 3.13 on: the dict 3 words before the object, values after its basic size."""

    DICT = -3 * WORD  # MANAGED_DICT_OFFSET, pycore_object.h

    def __init__(self, memory, layout, dicts):
        super().__init__(memory, layout, dicts)
        self._valid = layout.offset("PyDictValues", "valid")

    def _managed_dict(self, instance):
        return self._memory.u64(instance + self.DICT)

    def _values(self, instance, type_object):
        values = instance + type_object.basicsize
        usable = type_object.flags & INLINE_VALUES and self._memory.u8(values + self._valid)
        return values if usable else 0


class FreeThreadedValues(ValuesInObject):
    """Free-threaded builds have no header for garbage collection: the dict is 1 word before."""

    DICT = OWNER = -WORD


class Slots:
    """Members at fixed offsets that hold an object (PyMemberDef): ``__slots__`` of classes, and
    what types written in C give, such as OSError.errno."""

    def __init__(self, memory, layout, types):
        self._memory, self._types = memory, types
        self._members = layout.offset("PyTypeObject", "tp_members")
        self._step = layout.size("PyMemberDef")
        self._name = layout.offset("PyMemberDef", "name")
        self._type = layout.offset("PyMemberDef", "type")
        self._offset = layout.offset("PyMemberDef", "offset")
        self._of_type = {}

    def forget(self):
        self._of_type.clear()

    def items(self, instance, type_object):
        """(name, value address) of the slots that are set, of base classes first."""
        slots = self.of_type(type_object)
        if not slots:  # of most types
            return slots
        values = ((name, self._memory.u64(instance + at)) for name, at in slots)
        return [(name, value) for name, value in values if value]

    def of_type(self, type_object):
        """(name, offset in the instance) of all slots of a TypeObject."""
        found = self._of_type.get(type_object.address)
        if found is None:
            bases = reversed(self._types.mro(type_object))
            found = list({slot[0]: slot for base in bases for slot in self._own(base)}.values())
            self._of_type[type_object.address] = found
        return found

    def _own(self, type_object):
        member = self._memory.u64(type_object.address + self._members)
        for _ in range(MAX_SLOTS):
            name = self._memory.u64(member + self._name) if member else 0
            if not name:
                return
            text = self._memory.text(name)
            holds_object = self._memory.i32(member + self._type) in OBJECT_MEMBERS
            if holds_object and text not in HIDDEN_MEMBERS:
                yield text, self._memory.i64(member + self._offset)
            member += self._step
