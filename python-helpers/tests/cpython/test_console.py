"""CPython's "Debugging C API extensions and CPython Internals with GDB", section by section."""

import re
import unittest

import gdb

from console_case import ADDRESS, HOWTO, LINES, SELF, Console, is_free_threaded, marked, run
from debuggee import version


class Section31PrettyPrinters(Console):
    def setUp(self):
        self.select("probe_values")

    def test_a_backtrace_shows_arguments_as_their_repr(self):
        shown = r"#1 .* in probe_values \(self=%s<module 'probe' at remote %s>, arguments=%s\({.*'self'"
        at_entry = r"(?:\w+@entry=)?"  # by debug information of optimised code
        self.assertSays(shown % (at_entry, ADDRESS, at_entry), "bt 2")

    def test_p_shows_the_repr(self):
        expected = r"^\$\d+ = {'text': 'text', 'self': %s}\n$"
        self.assertSays(expected % SELF, "p globals")

    def test_info_locals_and_info_args(self):
        self.assertSays(r"(?m)^ptr_to_python_str = '__builtins__'$", "info locals")
        self.assertSays(r"(?m)^self = <module 'probe' at remote", "info args")

    def test_a_cast_to_the_struct_shows_its_members(self):
        self.assertSays(r"^\$\d+ = {.*ob_ref(cnt|_local).*ob_type = 0x", "p *(PyObject *)globals")
        self.assertSays(r"ob_type = 0x.*ob_digit = {42[,}]", "p *(PyLongObject *)some_python_integer")
        self.assertSays(r"ob_type = 0x.*length = 12", "p *(PyUnicodeObject *)ptr_to_python_str")
        self.assertSays(r"ob_type = 0x", "p *as_long")

    def test_a_value_of_the_history_can_be_cast(self):
        run("p ptr_to_python_str")
        self.assertSays(r"length = 12", "p *(PyUnicodeObject *)$")

    def test_an_int_looks_like_a_machine_integer(self):
        self.assertSays(r"^\$\d+ = 42\n$", "p some_machine_integer")
        self.assertSays(r"^\$\d+ = 42\n$", "p some_python_integer")

    def test_a_str_has_single_quotes_and_a_char_pointer_double_ones_and_an_address(self):
        self.assertSays(r"^\$\d+ = '__builtins__'\n$", "p ptr_to_python_str")
        self.assertSays(r'^\$\d+ = 0x[0-9a-f]+ "hello world"\n$', "p ptr_to_char_star")

    def test_pointers_to_other_structs_of_objects(self):
        self.assertSays(r"^\$\d+ = 42\n$", "p as_long")
        self.assertSays(r"^\$\d+ = '__builtins__'\n$", "p as_str")
        self.assertSays(r"^\$\d+ = 0x[0-9a-f]+ <class 'int'>\n$", "p type")

    def test_null_and_what_is_no_object(self):
        self.assertSays(r"^\$\d+ = 0x0\n$", "p none")
        corrupt = "p (PyObject *)ptr_to_char_star"
        self.assertSays(r"^\$\d+ = <not a Python object at remote 0x[0-9a-f]+>\n$", corrupt)


class Section32PyList(Console):
    def test_around_the_current_line(self):
        current = marked("values")
        expected = [
            "%4s    %s" % ((">" if n == current else "") + str(n), LINES[n - 1])
            for n in range(current - 5, current + 6)
        ]
        self.assertEqual("\n".join(expected) + "\n", run("py-list"))

    def test_from_a_line_on(self):
        numbers = [int(line.split()[0]) for line in run("py-list 3").splitlines()]
        self.assertEqual(list(range(3, 14)), numbers)

    def test_a_range_lists_its_lines(self):
        expected = '   1    """The' + LINES[0][6:] + "\n   2    \n"
        for argument in ("1,2", "1, 2", "0 , 2"):
            self.assertEqual(expected, run("py-list " + argument))

    def test_a_line_beyond_the_end_is_refused(self):
        text = r'^Line number 9000 out of range; ".*/howto\.py" has %d lines\.' % len(LINES)
        for argument in ("9000,9010", "9000"):
            with self.assertRaisesRegex(gdb.error, text):
                run("py-list " + argument)
        last = "%4d    %s\n" % (len(LINES), LINES[-1])
        self.assertEqual(last, run("py-list %d, 9000" % len(LINES)))

    def test_what_is_no_range_is_refused(self):
        with self.assertRaisesRegex(gdb.error, "takes a line, or two separated by a comma"):
            run("py-list here")


class Section33PyUpAndPyDown(Console):
    def test_up_to_the_oldest_and_down_again(self):
        first = run("py-up")
        self.assertRegex(first, r"^#\d+ Frame ")
        number = int(re.match(r"#(\d+)", first).group(1))
        self.assertEqual(number, level())
        while True:
            said = run("py-up")
            if not said.startswith("#"):
                break
        self.assertEqual("Unable to find an older python frame\n", said)
        self.assertIn("in <module> ()", run("py-bt-full"))
        downs = []
        while True:
            said = run("py-down")
            if not said.startswith("#"):
                break
            downs.append(int(re.match(r"#(\d+)", said).group(1)))
            self.assertEqual(downs[-1], level())
        self.assertEqual("Unable to find a newer python frame\n", said)
        self.assertEqual(sorted(downs, reverse=True), downs)

    @unittest.skipUnless(version() >= (3, 11), "an evaluator runs one frame")
    def test_all_python_frames_of_one_evaluator(self):
        self.select_evaluator(1)
        run("py-down")
        text = run("py-up")
        self.assertEqual(
            [str(n) for n in range(6)], re.findall(r"in recursive_function \(n=(\d)\)", text)
        )
        self.assertEqual(1, len(set(re.findall(r"(?m)^#(\d+) Frame", text))))
        again = "line %d, in recursive_function (n=1)\n    recursive_function(n - 1)  # @again"
        self.assertIn(again % marked("again"), text)


def level():
    frame, number = gdb.selected_frame(), 0
    while frame.newer():
        frame, number = frame.newer(), number + 1
    return number


class Section34PyBt(Console):
    def test_frames_are_told_as_a_traceback(self):
        lines = run("py-bt").splitlines()
        self.assertEqual("Traceback (most recent call first):", lines[0])
        frames = [line for line in lines if line.startswith("  File ")]
        self.assertEqual(
            '  File "%s", line %d, in run_dialog' % (HOWTO, marked("values")), frames[0]
        )
        after = lines[lines.index(frames[0]) + 1]
        self.assertEqual("    " + LINES[marked("values") - 1].strip(), after)
        names = [line.rpartition(" ")[2] for line in frames]
        self.assertEqual(["run_dialog"] + ["recursive_function"] * 6 + ["Body", "<module>"], names)

    def test_py_bt_full(self):
        lines = run("py-bt-full").splitlines()
        self.assertEqual("Traceback (most recent call first):", lines[0])
        frames = [line for line in lines if " Frame 0x" in line]
        expected = r"^#\d+ Frame %s, for file %s, line %d, in run_dialog \(self=%s, text='text'\)$"
        self.assertRegex(frames[0], expected % (ADDRESS, HOWTO, marked("values"), SELF))
        self.assertTrue(frames[-1].endswith("in <module> ()"), frames[-1])

    def test_the_numbers_are_those_of_gdbs_backtrace(self):
        numbers = [int(n) for n in re.findall(r"(?m)^#(\d+) Frame", run("py-bt-full"))]
        named = r"(?m)^#(\d+) +(?:0x\w+ in )?([\w?]+)(?:\.\w+)* \("
        native = {int(n): name for n, name in re.findall(named, run("bt"))}
        self.assertEqual(sorted(numbers), numbers)
        for number in numbers:
            self.assertIn(native[number], ("_PyEval_EvalFrameDefault", "??"))

    def test_from_the_selected_frame_on(self):
        self.select("probe_through")
        self.assertNotIn("in run_dialog", run("py-bt"))
        self.assertIn("recursive_function", run("py-bt"))

    def test_no_more_than_asked_for(self):
        text = run("py-bt 2")
        self.assertEqual(2, text.count("File "))
        self.assertIn("(More frames follow; 'py-bt COUNT'", text)
        self.assertNotIn("More Python frames", run("py-bt 9"))
        with self.assertRaisesRegex(gdb.error, "takes a number of frames"):
            run("py-bt many")

    def test_no_more_than_the_parameter_says(self):
        before = gdb.parameter("twinstack max-frames")
        run("set twinstack max-frames 3")
        try:
            self.assertEqual(3, run("py-bt").count("File "))
            self.assertEqual(3, run("py-bt-full").count("Frame 0x"))
            self.assertIn("show 3 Python frames", run("show twinstack max-frames"))
            run("set twinstack max-frames unlimited")
            self.assertEqual(9, run("py-bt").count("File "))
        finally:
            run("set twinstack max-frames %s" % before)


class Section35PyPrint(Console):
    def test_a_local_is_said_to_be_one(self):
        self.assertSays(r"^local 'self' = %s\n$" % SELF, "py-print self")

    def test_a_global_is_said_to_be_one(self):
        self.assertEqual("global '__name__' = '__main__'\n", run("py-print __name__"))

    def test_a_builtin_is_said_to_be_one(self):
        expected = "^builtin 'len' = <built-in method len of module object at remote %s>\n$"
        self.assertSays(expected % ADDRESS, "py-print len")

    def test_a_name_that_is_none_of_them_is_not_found(self):
        self.assertEqual("'scarlet_pimpernel' not found\n", run("py-print scarlet_pimpernel"))

    def test_a_name_of_the_module_is_global_there(self):
        self.select_evaluator(-1)
        self.assertEqual("global 'module_level' = 'global'\n", run("py-print module_level"))

    def test_a_path_is_followed_and_no_call_made(self):
        self.assertEqual("self.main_page = 0\n", run("py-print self.main_page"))
        with self.assertRaisesRegex(gdb.error, "has no attribute 'page'"):
            run("py-print self.page")
        with self.assertRaisesRegex(gdb.error, r"'self.page\(\)' would have to run code in the program; what needs none"):
            run("py-print self.page()")

    def test_without_a_name_it_is_refused(self):
        with self.assertRaisesRegex(gdb.error, "takes a Python name"):
            run("py-print")


class Section36PyLocals(Console):
    def test_of_the_selected_frame(self):
        self.assertSays(r"^Locals for run_dialog\nself = %s\ntext = 'text'\n$" % SELF, "py-locals")

    @unittest.skipUnless(version() >= (3, 11), "an evaluator runs one frame")
    def test_of_all_frames_of_the_evaluator(self):
        self.select("probe_through")
        self.assertTrue(
            run("py-locals").startswith(
                "".join("Locals for recursive_function\nn = %d\n" % n for n in range(6))
            )
        )

    def test_a_class_body_has_names_and_a_module_none(self):
        self.select_evaluator(-2)
        self.assertSays(r"(?m)^Locals for Body\n(.*\n)*attribute = 'of the class'\n", "py-locals")
        self.select_evaluator(-1)
        self.assertEqual("Locals for <module>\n", run("py-locals"))


class Section4UseWithGdbCommands(Console):
    def test_a_frame_by_the_number_of_py_bt_full(self):
        self.select_evaluator(1)
        line = next(number for number, line in enumerate(LINES, 1) if "through(run_dialog" in line)
        self.assertIn(">%d" % line, run("py-list"))

    def test_thread_apply_all_py_bt(self):
        text = run("thread apply all py-bt")
        self.assertEqual(4, text.count("Traceback (most recent call first):"))
        self.assertRegex(text, r"line \d+, in spins\n")
        self.assertRegex(text, r"line \d+, in waits\n    with lock:")
        self.assertRegex(text, r"line \d+, in <lambda>\n")
        self.assertRegex(text, r"line \d+, in run_dialog\n")
        self.assertEqual(4, run("t a a py-bt-full").count("\nThread "))

    def test_every_command_in_every_thread(self):
        for each in ("py-list", "py-print __name__", "py-locals", "py-up", "py-down"):
            with self.subTest(each):
                self.assertEqual(4, run("thread apply all " + each).count("\nThread "))

    @unittest.skipIf(is_free_threaded(), "there is no GIL")
    def test_a_thread_that_waits_for_the_gil(self):
        for command in ("py-bt", "py-bt-full"):
            waiting = [
                each for each in run("t a a " + command).split("\nThread ") if "in spins" in each
            ]
            self.assertEqual(1, waiting[0].count(" Waiting for the GIL\n"), waiting)

    def test_the_selection_stays(self):
        before = gdb.selected_thread(), gdb.selected_frame()
        run("py-bt")
        run("py-print self")
        run("py-locals")
        self.assertEqual(before, (gdb.selected_thread(), gdb.selected_frame()))


del Console
