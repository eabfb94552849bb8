"""py-threads, py-stack, py-obj: what CPython's own script has not."""

import unittest

import gdb

from console_case import HOWTO, SELF, Console, is_free_threaded, marked, run
from twinstack.console import command


class BeyondTheHowTo(Console):
    def test_py_threads_lists_names_the_gil_and_the_newest_python_frames(self):
        lines = run("py-threads").splitlines()
        self.assertEqual(4, len(lines))
        self.assertRegex(lines[0], r"^\* 1  MainThread +(holds the GIL|attached) +%s" % HOWTO)
        self.assertTrue(lines[0].endswith("howto.py:%d in run_dialog" % marked("values")))
        self.assertRegex(run("py-threads"), r"\d  waits  +(runs without the GIL|detached) .* in waits\n")

    @unittest.skipIf(is_free_threaded(), "there is no GIL")
    def test_py_threads_tells_who_waits_for_the_gil(self):
        self.assertSays(r"(?m)^  \d  spins +waits for the GIL +%s:\d+ in spins$" % HOWTO, "py-threads")

    def test_py_threads_keeps_the_selection(self):
        before = gdb.selected_thread(), gdb.selected_frame()
        run("py-threads")
        self.assertEqual(before, (gdb.selected_thread(), gdb.selected_frame()))

    def test_py_stack_has_python_and_native_frames_in_the_order_of_their_calls(self):
        lines = run("py-stack").splitlines()
        self.assertRegex(lines[0], r"^#0 +C +checkpoint_reached \(\) at .*probe.c:\d+$")
        self.assertRegex(lines[1], r"^#1 +C +probe_values \(self=<module 'probe' at remote .*42, '__b")
        python = [line for line in lines if " Python " in line]
        expected = r"^#\d+ +Python +run_dialog \(self=%s, text='text'\) at %s:%d$"
        self.assertRegex(python[0], expected % (SELF, HOWTO, marked("values")))
        self.assertEqual(9, len(python))
        through = next(index for index, line in enumerate(lines) if "probe_through" in line)
        self.assertLess(lines.index(python[0]), through)
        self.assertLess(through, lines.index(python[1]))
        self.assertNotIn("_PyEval_EvalFrameDefault (", run("py-stack"))

    def test_py_stack_is_bounded(self):
        self.assertEqual(3, len(run("py-stack 2").splitlines()))
        self.assertIn("(More frames follow; 'py-stack COUNT'", run("py-stack 2"))

    def test_py_obj_tells_text_header_and_members(self):
        self.select("probe_values")
        lines = run("py-obj globals").splitlines()
        self.assertRegex(lines[0], "^{'text': 'text', 'self': %s}$" % SELF)
        self.assertRegex("\n".join(lines), r"(?m)^ob_ref\w+ = \d+$")
        self.assertIn("ob_type = <class 'dict'>", lines)
        self.assertIn("'text' = 'text'", lines)
        address = int(gdb.parse_and_eval("globals"))
        self.assertEqual(lines, run("py-obj %d" % address).splitlines())

    def test_py_obj_of_what_is_none(self):
        for argument, reason in (("", "takes the address"), ("16", "no Python object at 0x10")):
            with self.assertRaisesRegex(gdb.error, reason):
                run("py-obj " + argument)
        with self.assertRaisesRegex(gdb.error, "'no such thing' is no address"):
            run("py-obj no such thing")

    def test_a_method_wrapper_without_debug_information(self):
        expected = r"^global 'wrapper' = <method-wrapper '__len__' of str object at remote 0x\w+>$"
        self.assertSays(expected, "py-print wrapper")

    def test_everything_has_help(self):
        for name in command.names():
            self.assertRegex(run("help " + name), r"^[A-Z].*\.")


del Console
