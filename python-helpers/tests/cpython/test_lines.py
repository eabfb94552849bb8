"""The location table, against the Python that GDB has inside."""

import dis
import sys
import types
import unittest

from twinstack.stack import lines


@unittest.skipUnless(sys.version_info >= (3, 11), "older tables")
class Lines(unittest.TestCase):
    def test_every_instruction_of_a_module(self):
        for code in codes(compile(source(dis), dis.__file__, "exec")):
            for index, expected in enumerate(code.co_positions()):
                found = lines.position(code.co_linetable, code.co_firstlineno, index * lines.UNIT)
                self.assertEqual(
                    expected, (found.line, found.end_line, found.column, found.end_column)
                )

    def test_outside_of_the_table(self):
        code = source.__code__
        self.assertEqual(
            code.co_firstlineno, lines.position(code.co_linetable, code.co_firstlineno, -2).line
        )
        self.assertIsNone(lines.position(code.co_linetable, code.co_firstlineno, 1 << 20).line)

    def test_a_damaged_table(self):
        for damaged in (b"\xf0", b"\xf0\xff\xff", b"\x80"):
            self.assertIsNone(lines.position(damaged, 1, 100).line)
        endless = b"\xe8" + b"\x7f" * 100000 + b"\x01"
        self.assertIsNone(lines.position(endless, 1, 0).line)


def source(module):
    with open(module.__file__) as file:
        return file.read()


def codes(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes(constant)
