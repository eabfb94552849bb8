"""Before CPython runs, without any, and with one that cannot be read."""

import glob
import os
import unittest
from unittest import mock

import gdb

import debuggee
from debuggee import ask
from twinstack import errors, session
from twinstack.cpython import identify, locate, runtime, self_check


class Start(unittest.TestCase):
    def tearDown(self):
        debuggee.end()

    def run_to(self, program, place):
        debuggee.end()
        gdb.execute("file " + program, to_string=True)
        gdb.execute("tbreak " + place, to_string=True)
        gdb.execute("run > /dev/null", to_string=True)

    def test_without_a_program(self):
        error = ask("probe")["error"]
        self.assertEqual("user", error["kind"])
        self.assertEqual("No program is being debugged; start one first.", error["message"])

    def test_a_program_without_cpython_has_native_stacks(self):
        self.run_to("/bin/true", "exit")
        probe = ask("probe")["result"]
        self.assertIsNone(probe["python"])
        self.assertEqual(
            "The program has no CPython in it (no symbol _PyRuntime).", probe["reason"]
        )
        stack = ask("stack", thread=gdb.selected_thread().global_num)["result"]
        self.assertIsNone(stack["reason"])
        self.assertEqual({"native"}, {frame["kind"] for frame in stack["frames"]})
        self.assertEqual(1, len(ask("threads")["result"]["threads"]))

    def test_a_version_that_is_too_old_is_told(self):
        for version in ("2.7", "3.6", "3.7"):
            found = glob.glob(os.path.expanduser("~/.pyenv/versions/%s.*/bin/python%s" % (version, version)))
            if not found:
                continue
            with self.subTest(version):
                debuggee.end()
                gdb.execute("file " + found[0], to_string=True)
                gdb.execute("run -E -S -c 'import os; os.abort()'", to_string=True)
                stack = ask("stack", thread=gdb.selected_thread().global_num)["result"]
                self.assertIn("CPython is of version %s; supported are 3.8, " % version, stack["reason"])
                self.assertTrue(stack["reason"].endswith("3.8 is the oldest."), stack["reason"])

    def test_before_cpython_has_started(self):
        self.run_to(debuggee.python()["executable"], "Py_BytesMain")
        probe = ask("probe")["result"]
        self.assertEqual(
            (None, "CPython has not finished starting."), (probe["python"], probe["reason"])
        )
        stack = ask("stack", thread=gdb.selected_thread().global_num)["result"]
        self.assertEqual({"native"}, {frame["kind"] for frame in stack["frames"]})

    def test_a_cpython_that_runs(self):
        debuggee.start("scopes.py")
        probe = ask("probe")["result"]
        self.assertEqual(debuggee.table(), probe["python"]["table"])
        self.assertEqual(debuggee.python()["flavour"], probe["python"]["flavour"])
        self.assertTrue(probe["python"]["version"].startswith("%d.%d." % debuggee.version()))
        self.assertEqual(gdb.selected_inferior().pid, probe["pid"])

    def test_a_version_without_a_table_is_refused(self):
        debuggee.start("scopes.py")
        with self.assertRaisesRegex(
            errors.UnreadablePython,
            "^CPython 3.7 on x86_64 is not supported; supported are 3.8, ",
        ):
            identify.table("3.7", "")

    def test_an_unreadable_cpython_leaves_the_native_stack_and_says_why(self):
        debuggee.start("scopes.py")
        thread = gdb.selected_thread().global_num
        runtime_head = session.python()._head
        session.debuggee().forget_files()
        old = bytes(gdb.selected_inferior().read_memory(runtime_head, 16))
        gdb.selected_inferior().write_memory(runtime_head, b"\x10\x20" * 8)
        session.changed()
        stack = ask("stack", thread=thread)["result"]
        self.assertTrue(stack["reason"].startswith("Python frames cannot be shown: "), stack)
        self.assertEqual({"native"}, {frame["kind"] for frame in stack["frames"]})
        self.assertEqual(1, len(ask("threads")["result"]["threads"]))
        gdb.selected_inferior().write_memory(runtime_head, old)
        session.changed()
        self.assertIsNone(ask("stack", thread=thread)["result"]["reason"])

    def test_what_cannot_be_found_is_looked_for_once(self):
        self.run_to("/bin/true", "exit")
        with mock.patch.object(locate, "find", wraps=locate.find) as find:
            replies = [ask("probe"), ask("probe")]
        self.assertEqual(replies[0], replies[1])
        self.assertEqual(1, find.call_count)

    def test_a_wrong_table_is_refused(self):
        debuggee.start("scopes.py")
        layout = identify.table("3.11" if debuggee.version() != (3, 11) else "3.13", "")
        found = session.debuggee()
        with self.assertRaises((errors.NoPython, errors.CorruptMemory, errors.UnknownMember)):
            read = runtime.Runtime(found, session.python().address, layout, "")
            self_check.check(read, found.memory, session.python().hexversion)

    def test_without_symbols_the_runtime_is_found_in_the_file(self):
        debuggee.start("scopes.py")
        self.assertEqual(session.python().address, locate.in_files(session.debuggee().images))

    def test_what_was_read_is_forgotten_on_resume(self):
        debuggee.start("scopes.py")
        generation, thread = session.generation(), gdb.selected_thread().global_num
        before = ask("stack", thread=thread)["result"]["frames"]
        gdb.execute("up", to_string=True)
        gdb.execute("finish", to_string=True)
        self.assertGreater(session.generation(), generation)
        self.assertNotEqual(before, ask("stack", thread=thread)["result"]["frames"])
