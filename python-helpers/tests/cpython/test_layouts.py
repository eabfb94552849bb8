"""The committed layout table is what the Python's own headers say."""

import os
import platform
import subprocess
import unittest

import debuggee
from twinstack import errors
from twinstack.cpython import layouts

TOOL = os.path.join(os.path.dirname(layouts.__file__), "..", "..", "..", "tools", "make_layout.py")
MOVING = {"PyInterpreterState", "_PyRuntimeState"}  # their members do in patch releases
HOLD_A_LOCK = MOVING | {"_gil_runtime_state"}  # pthread_mutex_t: 40 bytes on x86-64, 48 on aarch64
TABLES = os.path.dirname(layouts.__file__)


def where(struct, name):
    """Offset, size and bits of a member: all but its type."""
    member = struct["fields"][name]
    return member[:2] + member[3:]


class Layouts(unittest.TestCase):
    maxDiff = None

    @unittest.skipIf(debuggee.python()["debug"], "debug builds are read by the tables of release builds")
    def test_the_table_of_this_python(self):
        python = os.environ.get("TWINSTACK_PYTHON", "python3")
        subprocess.check_output([python, TOOL, python, "--into", debuggee.scratch()])
        name = "%s-%s.json" % (debuggee.table(), platform.machine())
        generated = layouts.read(os.path.join(debuggee.scratch(), name))
        committed = layouts.read(os.path.join(TABLES, name))
        self.assertEqual(committed["constants"], generated["constants"])
        if committed["source"] == generated["source"]:
            self.assertEqual(committed, generated)
        same = committed["version"] == generated["version"]
        for struct, expected in committed["structs"].items():
            with self.subTest(struct):
                compare = self.assertEqual if same else self.assert_compatible
                compare(expected, generated["structs"][struct], struct)

    def assert_compatible(self, expected, found, struct):
        """Another patch release: members that both have lie at the same places."""
        if struct not in MOVING:
            for name in set(expected["fields"]) & set(found["fields"]):
                self.assertEqual(where(expected, name), where(found, name), name)

    def test_aarch64_differs_only_where_a_lock_is(self):
        for file in sorted(name for name in os.listdir(TABLES) if name.endswith("-x86_64.json")):
            with self.subTest(file):
                here = layouts.read(os.path.join(TABLES, file))
                there = layouts.read(os.path.join(TABLES, file.replace("x86_64", "aarch64")))
                self.assertEqual((here["version"], "aarch64"), (there["version"], there["architecture"]))
                self.assertEqual(set(here["structs"]), set(there["structs"]))
                differing = {s for s in here["structs"] if here["structs"][s] != there["structs"][s]}
                self.assertLessEqual(differing, HOLD_A_LOCK)
                self.assertIn("_gil_runtime_state", differing)

    def test_a_version_without_a_table(self):
        self.assertIsNone(layouts.load("3.7", "", "x86_64"))

    def test_a_member_that_is_not_there(self):
        layout = layouts.load("%d.%d" % debuggee.version(), "", "x86_64")
        with self.assertRaisesRegex(
            errors.UnknownMember, "PyListObject has no first or second in CPython"
        ):
            layout.offset("PyListObject", "first", "second")
        with self.assertRaises(errors.UnknownMember):
            layout.size("NoSuchStruct")
