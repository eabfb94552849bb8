"""Core files that end too early: how big one should be, and what is said of it."""

import os
import struct
import unittest
from unittest import mock

from debuggee import Debugged, ask, scratch
from twinstack import session
from twinstack.errors import NotRunning, UnreadablePython
from twinstack.files import truncation

CUT = " The core file is truncated."


def elf(*segments, magic=b"\x7fELF\x02"):
    """An ELF file with segments of (offset, size), as far as its program headers."""
    header = struct.pack("<5s27xQ14xHH6x", magic, 64, 56, len(segments))
    return header + b"".join(struct.pack("<8xQ16xQ16x", *each) for each in segments)


class ExpectedSize(unittest.TestCase):
    def size(self, data):
        path = os.path.join(scratch(), "it's a core")
        with open(path, "wb") as file:
            file.write(data)
        said = "Local core dump file:\n\t`%s', file type elf64-x86-64.\n" % path
        with mock.patch.object(truncation, "said", return_value=said):
            self.sentence = truncation.sentence()
        return truncation.expected_size(path)

    def test_the_end_of_the_last_segment(self):
        self.assertEqual(5000, self.size(elf((4096, 904), (200, 100))))
        self.assertTrue(self.sentence.endswith("5000 bytes are expected, and it has 176."), self.sentence)

    def test_without_segments_and_of_what_is_no_elf_file_of_64_bits(self):
        self.assertEqual(0, self.size(elf()))
        self.assertEqual(0, self.size(elf()[:3]))
        self.assertEqual(0, self.size(elf((4096, 904), magic=b"\x7fELF\x01")))
        self.assertEqual("", self.sentence)

    def test_cut_within_the_headers(self):
        for size in (5, 63, 100):
            with self.subTest(size), self.assertRaises(struct.error):
                self.size(elf((4096, 904))[:size])
            self.assertEqual("", self.sentence)


class Reasons(Debugged):
    PROGRAM = "scopes.py"

    def reason(self, error):
        """What the stack says where a truncated core cannot be read."""
        debuggee = type(session.debuggee())
        with mock.patch.object(debuggee, "runtime", mock.PropertyMock(side_effect=error)):
            with mock.patch.object(truncation, "sentence", return_value=CUT):
                return ask("stack", thread=self.thread())["result"]["reason"]

    def test_why_it_cannot_be_read_is_told(self):
        why = "The program's CPython cannot be read: the dict of sys cannot be read at 0x10."
        self.assertEqual("Python frames cannot be shown: " + why + CUT, self.reason(UnreadablePython(why)))

    def test_that_it_is_not_running_is_not_believed(self):
        told = "Python frames cannot be shown: The program's CPython cannot be read." + CUT
        self.assertEqual(told, self.reason(NotRunning("CPython has ended.")))
