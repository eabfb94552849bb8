"""Corrupt memory costs single values, never an answer, and never the time."""

import os
import random
import struct
import time
import unittest

import gdb

import debuggee
from debuggee import SECONDS, Debugged, scratch, shown
from twinstack import console, session
from twinstack.errors import CorruptMemory
from twinstack.objects import by_address

SEEDS = int(os.environ.get("TWINSTACK_FUZZ", "40"))
COMMANDS = ("py-bt", "py-bt-full", "py-locals", "py-list", "py-up", "py-print zoo", "py-stack", "py-threads")
console.open()


class Corrupt(Debugged):
    PROGRAM = "zoo.py"
    ARGUMENTS = (os.path.join(scratch(), "zoo.json"),)

    def setUp(self):
        self.inferior = gdb.selected_inferior()
        self.undo = []

    def tearDown(self):
        self.repair()

    def repair(self):
        for address, old in reversed(self.undo):
            self.inferior.write_memory(address, old)
        self.undo = []
        session.changed()

    def write(self, address, data):
        self.undo.append((address, bytes(self.inferior.read_memory(address, len(data)))))
        self.inferior.write_memory(address, data)
        session.changed()

    def addresses(self):
        """Of all the objects of the zoo."""
        found = []
        for container in ("exact", "opened"):
            variable = self.locals("zoo")[container]
            found.append(int(variable["object"], 0))
            found += [
                int(child["object"], 0) for child in self.children(variable, filter="indexed")
            ]
        return found

    def of_type(self, address, type_address):
        """Make an object one of the type at an address."""
        at = session.python().layout.offset("PyObject", "ob_type")
        self.write(address + at, struct.pack("<Q", type_address))

    def test_a_bad_item_is_one_error(self):
        exact = self.locals("zoo")["exact"]
        victim = next(c for c in self.children(exact, filter="indexed") if c["name"] == "'list_'")
        self.of_type(int(victim["object"], 0), 0x1234)
        children = {c["name"]: c for c in self.children(exact, filter="indexed")}
        first_read = 0x1234 + session.python().layout.offset("PyTypeObject", "tp_flags")
        self.assertEqual(
            "<error: memory cannot be read at 0x%x>" % first_read, children["'list_'"]["value"]
        )
        self.assertEqual("[]", children["'no_list'"]["value"])

    def test_a_dict_has_no_more_entries_than_its_index(self):
        layout = session.python().layout
        exact = int(self.locals("zoo")["exact"]["object"], 0)
        keys = session.debuggee().memory.u64(exact + layout.offset("PyDictObject", "ma_keys"))
        self.write(keys + layout.offset("PyDictKeysObject", "dk_nentries"), struct.pack("<Q", 1 << 23))
        with self.assertRaisesRegex(CorruptMemory, "no dict"):
            session.python().readers.dicts.find(exact, "absent")

    def test_what_is_no_object(self):
        self.assertFalse(by_address.is_object(0))
        self.assertFalse(by_address.is_object(0x1234567))
        self.assertFalse(by_address.is_object(session.python().address))
        self.assertTrue(by_address.is_object(self.addresses()[0]))
        self.assertTrue(by_address.describe(0x10)["value"].startswith("<error: "))

    def test_a_bad_local_is_one_error(self):
        before = self.locals("with_cells")
        self.of_type(self.cell(self.python_frame("with_cells")), 0x1234)
        after = self.locals("with_cells")
        self.assertEqual(list(before), list(after))
        bad = [name for name in after if after[name]["value"].startswith("<error: ")]
        self.assertEqual(1, len(bad))
        frame, thread = self.python_frame("with_cells"), self.thread()
        found = self.result("evaluate", thread=thread, frame=frame, expression="other")
        self.assertEqual("2", found["value"])
        error = self.error("evaluate", thread=thread, frame=frame, expression=bad[0])
        self.assertTrue(error["message"].startswith("'%s' cannot be read: " % bad[0]), error)

    def cell(self, frame):
        """Address of the first cell among the local variables of a frame."""
        python, memory = session.python(), session.debuggee().memory
        first = int(frame, 0) + frame_member("localsplus", "f_localsplus")
        slots = (value for value in memory.pointers(first, 10) if value)
        return next(each for each in slots if python.readers.types.of(each).name == "cell")

    def test_a_bad_bit_field_is_one_error(self):
        exact = self.children(self.locals("zoo")["opened"], filter="indexed")
        numbers = next(child for child in exact if child["name"] == "'c_numbers'")
        readers = session.python().readers
        number_type = readers.types.of(int(numbers["object"], 0))
        field = readers.attributes.in_class(number_type, "more_bits")
        layout = session.python().layout
        width = "bitfield_size" if layout.has("CFieldObject", "bitfield_size") else "size"
        offset, size = layout.member("CFieldObject", width)[:2]
        self.write(field + offset, b"\x7f" * size)
        found = {child["name"]: child["value"] for child in self.children(numbers)}
        self.assertTrue(found["more_bits"].startswith("<error: no bit-field"), found)
        self.assertEqual("5", found["bits"])

    def test_a_chain_of_frames_that_is_cut_is_told(self):
        before = [f["name"] for f in self.frames() if f["kind"] == "python"]
        self.assertEqual(["zoo", shown("with_cells.<locals>.inner"), "with_cells"], before[:3])
        self.write(int(self.python_frame("with_cells"), 0) + previous_frame(), struct.pack("<Q", 0x1234))
        page = self.result("stack", thread=self.thread(), start=0, count=500)
        self.assertEqual(
            before[:3], [f["name"] for f in page["frames"] if f["kind"] == "python"]
        )
        self.assertEqual(
            "The Python frames end too early: memory cannot be read at 0x1234.", page["reason"]
        )

    @unittest.skipUnless(debuggee.version() >= (3, 13), "groups of frames are not linked by shims")
    def test_a_shim_that_leads_back_to_the_newest_frame(self):
        newest = int(self.python_frame("zoo"), 0)
        self.write(self.oldest(newest) + previous_frame(), struct.pack("<Q", newest))
        reason = self.result("stack", thread=self.thread(), start=0, count=500)["reason"]
        self.assertIn("the frame is its own caller", reason)

    def oldest(self, frame):
        """Address of the last shim in the chain of frames; from 3.15 on the one before the base frame."""
        python, shims = session.python(), []
        while frame:
            shim, frame = python.stacks._walk.links.shim_after(frame)
            shims += [shim] if shim else []
        return shims[-2 if python.layout.has("PyThreadState", "base_frame") else -1]

    def test_types_in_each_others_order(self):
        found = {child["name"]: child for child in self.children(self.locals("zoo")["opened"])}
        memory = session.debuggee().memory
        layout = session.python().layout
        at = layout.offset("PyObject", "ob_type")
        objects_ = [int(found[name]["object"], 0) for name in ("'point'", "'slotted'")]
        types = [memory.u64(each + at) for each in objects_]
        items = layout.offset("PyTupleObject", "ob_item")
        orders = [memory.u64(each + layout.offset("PyTypeObject", "tp_mro")) for each in types]
        for order, other in zip(orders, reversed(types)):
            self.write(order + items + 8, struct.pack("<Q", other))
        self.assertTrue(by_address.describe(int(found["'point'"]["object"], 0))["value"])

    def test_random_damage_of_objects(self):
        addresses, frame = self.addresses(), self.python_frame("zoo")
        for seed in range(SEEDS):
            with self.subTest(seed=seed):
                self.damage(random.Random(seed), addresses)
                self.look_at_everything(addresses, frame)
            self.repair()

    def test_random_damage_of_frames(self):
        frames = [int(f["frame"], 0) for f in self.frames() if f["kind"] == "python"]
        for seed in range(SEEDS):
            with self.subTest(seed=seed):
                self.damage(random.Random(seed), frames, 80)
                self.answered("stack", thread=self.thread(), start=0, count=500)
            self.repair()

    def test_random_damage_of_thread_states(self):
        states = list(session.python().thread_states())
        for seed in range(SEEDS):
            with self.subTest(seed=seed):
                self.damage(random.Random(seed), states, 300)
                self.answered("threads")
                self.answered("exceptions", thread=self.thread())
                self.answered("stack", thread=self.thread(), start=0, count=20)
            self.repair()

    def test_random_damage_and_the_commands_of_gdb(self):
        frames = [int(f["frame"], 0) for f in self.frames() if f["kind"] == "python"]
        addresses = self.addresses()
        for seed in range(SEEDS // 4):
            with self.subTest(seed=seed):
                self.damage(random.Random(seed), frames + addresses, 80)
                for line in COMMANDS:
                    self.typed(line)
                for address in addresses:
                    self.shown_by_printer(address)
            self.repair()

    def typed(self, line):
        """An answer, or an error that is no bug, in time."""
        before = time.perf_counter()
        try:
            gdb.execute(line, to_string=True)
        except gdb.error as error:
            self.assertNotIn("Error occurred in Python", str(error))
        self.assertLess(time.perf_counter() - before, SECONDS, line)

    def shown_by_printer(self, address):
        pointer = gdb.Value(address).cast(gdb.lookup_type("PyObject").pointer())
        printer = console.pointers.PRINTER(pointer)
        self.assertIsInstance(printer and printer.to_string() or "", str)

    def damage(self, chance, addresses, size=64):
        """Random words in and around the objects: small numbers, pointers elsewhere, noise."""
        for _ in range(chance.randrange(1, 12)):
            address = chance.choice(addresses) + chance.randrange(0, size, 8)
            word = chance.choice(
                (
                    chance.randrange(16),
                    chance.choice(addresses) + chance.randrange(64),
                    chance.getrandbits(64),
                    1 << chance.randrange(64),
                    (1 << 64) - 1,
                )
            )
            self.write(address, struct.pack("<Q", word))

    def look_at_everything(self, addresses, frame):
        self.answered("locals", thread=self.thread(), frame=frame)
        for address in addresses:
            described = by_address.describe(address)
            if "object" in described:
                self.answered("children", object=hex(address), start=0, count=50)
                self.answered("object-c-view", object=hex(address))


def previous_frame():
    return frame_member("previous", "f_back")


def frame_member(*names):
    """Offset of a member of the struct that this version's frames have."""
    layout = session.python().layout
    interpreter_frame = "_PyInterpreterFrame" in layout.structs
    return layout.offset("_PyInterpreterFrame" if interpreter_frame else "PyFrameObject", *names)
