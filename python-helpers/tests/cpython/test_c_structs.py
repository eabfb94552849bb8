"""Which C struct the instances of an extension's type are."""

import unittest

from twinstack.native.c_structs import CStructs


class Type:
    """A type object, or the gdb.Type of a struct."""

    def __init__(self, name, size, address=0x1000):
        self.name = self.tag = name
        self.basicsize = self.sizeof = size
        self.address = address

    def keys(self):
        return ["ob_base", "x"]


class Noted(unittest.TestCase):
    def setUp(self):
        self.structs = CStructs()
        self.structs.note(Type("Vector", 32), Type("vector", 32))

    def test_the_biggest_that_an_instance_has_room_for(self):
        for size in (24, 40):
            self.structs.note(Type("Vector", 32), Type("other", size))
        self.assertEqual("vector", self.structs.of(Type("Vector", 32)).tag)

    def test_another_type_at_the_address_of_one_that_is_gone(self):
        self.assertIsNone(self.structs.of(Type("Matrix", 64)))
