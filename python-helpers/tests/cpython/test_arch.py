"""What differs between architectures; another one than this machine's by frames that pretend."""

import unittest

import gdb

from debuggee import Debugged
from twinstack.inferior import arch, symbols, thread_registers


class Pretended:
    """A gdb.Frame of another machine, with these registers."""

    def __init__(self, machine, **registers):
        self._machine, self._registers = machine, registers

    def architecture(self):
        return self

    def name(self):
        return self._machine

    def read_register(self, name):
        if name not in self._registers:
            raise ValueError("Bad register")
        return self._registers[name]


class Names(unittest.TestCase):
    def test_aarch64_by_gdbs_name(self):
        machine = arch.of(Pretended("aarch64"))
        self.assertEqual(("aarch64", "tpidr", "x8", "x0", (98, 128)), machine[:2] + machine[3:6])

    def test_an_architecture_that_is_not_known(self):
        machine = arch.of(Pretended("riscv:rv64"))
        self.assertEqual("riscv:rv64", machine.name)
        self.assertEqual(0, thread_registers.descriptor(Pretended("riscv:rv64", tp=0x1000)))


class ThreadDescriptor(Debugged):
    PROGRAM = "nested.py"

    def test_the_thread_pointer_says_what_libthread_db_does(self):
        thread = gdb.selected_thread()
        self.assertEqual(
            int.from_bytes(thread.handle(), "little"), thread_registers.descriptor(gdb.newest_frame())
        )

    def test_on_aarch64_it_lies_before_the_thread_pointer(self):
        size = symbols.variable("_thread_db_sizeof_pthread")
        self.assertGreater(size, 1000)
        frame = Pretended("aarch64", tpidr=0x7F0000010000)
        self.assertEqual(0x7F0000010000 - size, thread_registers.descriptor(frame))

    def test_without_a_thread_pointer_it_is_not_known(self):
        self.assertEqual(0, thread_registers.descriptor(Pretended("aarch64")))
