"""The committed layout table is what the Python's own headers or debug information say."""

import os
import platform
import subprocess
import unittest

import debuggee
from twinstack import layouts

TOOL = os.path.join(os.path.dirname(layouts.__file__), "..", "..", "tools", "make_layout.py")
MOVING = {"PyInterpreterState", "_PyRuntimeState"}  # their members do in patch releases


def where(struct, name):
    """Offset, size and bits of a member: all but its type."""
    member = struct["fields"][name]
    return member[:2] + member[3:]


class Layouts(unittest.TestCase):
    maxDiff = None

    def test_the_table_of_this_python(self):
        python = os.environ.get("TWINSTACK_PYTHON", "python3")
        command = [python, TOOL, python, "--into", debuggee.scratch()]
        if debuggee.version() < (3, 11):
            command += ["--dwarf", self.debug_information()]
        subprocess.check_output(command)
        name = "%s-%s.json" % (debuggee.table(), platform.machine())
        generated = layouts.read(os.path.join(debuggee.scratch(), name))
        committed = layouts.read(os.path.join(os.path.dirname(layouts.__file__), name))
        self.assertEqual(committed["constants"], generated["constants"])
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

    def debug_information(self):
        """The library of this Python, if it was built with -g."""
        library = debuggee.python()["library"]
        if not library or b" .debug_info " not in subprocess.check_output(["readelf", "-SW", library]):
            self.skipTest("headers before 3.11 lack PyDictKeysObject, and there is no debug information")
        return library

    def test_a_version_without_a_table(self):
        self.assertIsNone(layouts.load("3.7", "", "x86_64"))

    def test_a_member_that_is_not_there(self):
        layout = layouts.load("%d.%d" % debuggee.version(), "", "x86_64")
        with self.assertRaisesRegex(
            layouts.UnknownMember, "PyListObject has no first or second in CPython"
        ):
            layout.offset("PyListObject", "first", "second")
        with self.assertRaises(layouts.UnknownMember):
            layout.size("NoSuchStruct")
