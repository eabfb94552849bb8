"""Exception filters: C++ exceptions, signals, fatal errors of Python."""

import os
import shlex
import subprocess
import unittest

import programs
from breakpoint_case import Session
from mi_session import MiSession

DEADLY = ["SIGSEGV", "SIGABRT", "SIGFPE", "SIGBUS", "SIGILL"]


class ExceptionCase(Session):
    def filters(self, *names, **conditions):
        wanted = [{"filter": name} for name in names]
        wanted += [{"filter": name, "condition": text} for name, text in conditions.items()]
        return self.session.result("set-exception-breakpoints", filters=wanted)

    def stops(self):
        """What is told of every stop until the program has ended."""
        told, command = [], "-exec-run"
        while True:
            record = self.session.resume(command)
            if 'reason="exited' in record:
                return told, record
            told.append(self.info(record))
            command = "-exec-continue"

    def info(self, record):
        signal = record.split('signal-name="')[1].split('"')[0] if "signal-name" in record else None
        meaning = record.split('signal-meaning="')[1].split('"')[0] if signal else ""
        return self.session.result("exception-info", thread=1, signal=signal, meaning=meaning)


class SharedCase(ExceptionCase):
    """One GDB, in which each test runs the program anew."""

    @classmethod
    def setUpClass(cls):
        cls.session = MiSession("--args", cls.program())
        cls.addClassCleanup(cls.session.close)

    @classmethod
    def program(cls):
        return programs.build("thrown.cpp")


class CppStripped(SharedCase):
    OPTIONS = ("-s",)

    @classmethod
    def program(cls):
        return programs.build("thrown.cpp", *cls.OPTIONS, output="thrown" + "".join(cls.OPTIONS))

    def descriptions(self):
        told, end = self.stops()
        self.assertIn('reason="exited-normally"', end)
        return [each["description"] for each in told]

    def test_what_is_thrown_stops_with_its_type_and_text(self):
        self.filters("cpp_throw")
        self.assertEqual(
            self.descriptions(),
            ["app::Plain", "int", "app::Failure: disk full", "app::Both: both", "app::Pair<int, char>", "app::Failure: again"],
        )

    def test_a_type_means_what_derives_from_it_too(self):
        self.filters(cpp_throw="std::exception")
        self.assertEqual(self.descriptions(), ["app::Failure: disk full", "app::Both: both", "app::Failure: again"])

    def test_types_are_listed_and_may_have_a_wildcard(self):
        self.filters(cpp_throw="app::Pl*, app::Pair<int, char>, double")
        self.assertEqual(self.descriptions(), ["app::Plain", "app::Pair<int, char>"])

    def test_without_filters_nothing_stops(self):
        self.filters("cpp_throw", "cpp_catch")
        self.filters()
        self.assertEqual(self.descriptions(), [])


class CppByProbes(CppStripped):
    OPTIONS = ()

    def test_what_is_thrown_again_stops_alone(self):
        self.filters("cpp_rethrow")
        self.assertEqual(self.descriptions(), ["app::Failure: again"])

    def test_what_is_caught_stops_by_its_types(self):
        self.filters(cpp_catch="int, app::Failure")
        self.assertEqual(self.descriptions(), ["int", "app::Failure: disk full", "app::Failure: again", "app::Failure: again"])

    def test_what_can_be_no_type_is_refused(self):
        names = "((", "std::.*", "app.Failure", "x > 3", ",", "int |", "app::*("
        for each in names[:-1]:
            (row,) = self.filters(cpp_throw=each)["breakpoints"]
            self.assertFalse(row["verified"], each)
            self.assertTrue(row["message"].startswith("'%s' is no name of a type; " % each), row)
        for each in "char const*", "(anonymous namespace)::X", "A<(1>2), 3>", "main::{lambda(int)#1}", "Pack<*", names[-1]:
            self.assertTrue(self.filters(cpp_throw=each)["breakpoints"][0]["verified"], each)

    def test_an_unknown_filter(self):
        (row,) = self.filters("no_such")["breakpoints"]
        self.assertEqual(row, {"verified": False, "message": "There is no exception filter 'no_such'."})


class CppStatic(CppStripped):
    OPTIONS = ("-static-libstdc++",)


class CppWithoutProbes(CppByProbes):
    """As of a libstdc++ that was built or stripped without them."""

    OPTIONS = ("-static-libstdc++", "-static-libgcc")

    @classmethod
    def program(cls):
        bare = programs.BUILT + "/thrown-bare"
        subprocess.check_call(["objcopy", "--remove-section", ".note.stapsdt", super().program(), bare])
        return bare


class Names(SharedCase):
    """What stands in the program's memory where a type's name should be."""

    @classmethod
    def program(cls):
        return programs.build("disguised.cpp")

    def thrown(self, *filters, **conditions):
        self.bait = os.path.join(programs.BUILT, "bait")
        self.session.console("set args " + shlex.quote(self.bait))
        self.filters(*filters, **conditions)
        told, end = self.stops()
        self.assertIn('reason="exited-normally"', end)
        return [each["typeName"] for each in told]

    def test_no_command_is_made_of_it(self):
        _, disguised = self.thrown("cpp_throw")
        self.assertEqual(disguised, "1A\\nshell touch " + self.bait)
        self.assertFalse(os.path.exists(self.bait))

    def test_a_long_one_is_demangled_and_compared(self):
        (name,) = self.thrown(cpp_throw="Pack<*")
        self.assertTrue(name.startswith("Pack<An_element_") and name.endswith("_7>"), name)
        self.assertEqual(self.thrown(cpp_throw="nothing::like"), [])


class Signals(SharedCase):
    def told(self, way, *filters, **conditions):
        self.session.console("set args " + way)
        self.filters(*filters, **conditions)
        told, self.end = self.stops()
        return [each.get("description") for each in told]

    def test_a_null_pointer(self):
        (text,) = self.told("null", *DEADLY)
        self.assertEqual(text, "SIGSEGV (SEGV_MAPERR) at address 0x0: a null pointer was followed.")

    def test_a_division_by_zero_is_told_as_the_kernel_has_it(self):
        (text,) = self.told("divide", *DEADLY)
        self.assertRegex(text, r"SIGFPE \(FPE_INTDIV\) at address 0x\w+: an integer was divided by zero")

    def test_a_full_stack(self):
        (text,) = self.told("overflow", *DEADLY)
        self.assertRegex(text, r"SIGSEGV \(SEGV_\w+\) at address 0x\w+: the stack is full, as after endless recursion\.")

    def test_an_abort_with_what_the_library_said(self):
        (text,) = self.told("abort", *DEADLY)
        self.assertEqual(text, "SIGABRT: Aborted; the program sent it to itself. It said: free(): invalid pointer")

    def test_a_filter_that_is_off_lets_the_signal_pass(self):
        self.assertEqual(self.told("null"), [])
        self.assertIn('reason="exited-signalled",signal-name="SIGSEGV"', self.end)

    def test_a_signal_that_is_not_deadly_tells_who_has_sent_it(self):
        (text,) = self.told("", "other_signals")
        self.assertEqual(text, "SIGUSR1: User defined signal 1; the program sent it to itself.")

    def test_a_condition_decides_which_signals_stop(self):
        self.assertEqual(self.told("", other_signals="$_siginfo.si_signo == 12"), [])
        (text,) = self.told("", other_signals="$_siginfo.si_signo == 10")
        self.assertIn("SIGUSR1", text)
        self.assertEqual(len(self.told("", other_signals="no_such")), 1)
        self.assertTrue([text for text in self.session.log if "of its filter could not be evaluated" in text])


class Handled(SharedCase):
    """What the user has told GDB of signals."""

    def handled(self, name):
        self.session.console("info signals " + name)
        return [text for text in self.session.log if text.startswith('~"%s ' % name)][-1].replace("\\t", " ").split()[1:4]

    def test_is_changed_with_its_filter_alone(self):
        self.session.console("handle SIGTERM nopass")
        self.filters(*DEADLY)
        self.assertEqual(self.handled("SIGUSR1"), ["No", "No", "Yes"])
        self.assertEqual(self.handled("SIGTERM"), ["No", "No", "No"])
        self.session.console("handle SIGUSR1 stop print")
        self.filters(*DEADLY)
        self.assertEqual(self.handled("SIGUSR1")[:2], ["Yes", "Yes"])
        self.filters("other_signals")
        self.assertEqual(self.handled("SIGTERM"), ["Yes", "Yes", "No"])
        self.filters()
        self.assertEqual(self.handled("SIGUSR1")[:2], ["No", "No"])


class Python(ExceptionCase):
    def test_a_fatal_error(self):
        code = "import ctypes; ctypes.pythonapi.Py_FatalError(b'no more bits')"
        self.session = self.start(programs.python()[0], "-c", code)
        self.filters("python_fatal", *DEADLY)
        told = self.info(self.session.resume("-exec-run"))
        self.assertEqual((told["title"], told["description"]), ("Fatal Python error", "no more bits"))
        details = self.session.result("exception-details", thread=1)
        self.assertIn("<module> (<string>:1)", details["stackTrace"])
        self.session.console("kill")
        again = self.info(self.session.resume("-exec-run"))
        self.assertEqual(again["description"], "no more bits")

    def test_a_program_that_python_executes_has_none(self):
        self.session = self.start(programs.python()[0], "-c", "import os; os.execv('/bin/true', ['true'])")
        self.session.result("await-breakpoint-calls")
        self.filters("python_fatal")
        record = self.session.resume("-exec-run")
        while 'bkptno="-' in record and self.session.result("python-stop")["result"]["resume"]:  # Python starts
            record = self.session.resume()
        self.assertIn('reason="exited-normally"', record)


class OfCCode(SharedCase):
    def test_another_processor_is_said(self):
        self.assertTrue(self.filters("python_set_by_c")["breakpoints"][0]["verified"])
        self.session.console("set architecture i386")
        row = self.filters("python_set_by_c")["breakpoints"][0]
        self.assertFalse(row["verified"])
        self.assertIn("for another processor", row["message"])


if __name__ == "__main__":
    unittest.main()
