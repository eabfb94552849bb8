"""The operation crash: what it tells of programs that have died, and which causes it sees, or does not."""

import os
import subprocess
import time
import unittest

import gdb

import debuggee
from debuggee import Debugged, python, scratch

DEATHS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(debuggee.HERE))), "test-programs", "fatal")
FUTEX = "202"  # its system call on x86-64


def command(*arguments):
    return [python()["executable"], *arguments[:-1], os.path.join(DEATHS, "main.py"), arguments[-1]]


def environment():
    return dict(os.environ, PYTHONPATH=scratch(), PYTHONHOME=python()["prefix"], LD_LIBRARY_PATH=scratch())


def line(mark):
    with open(os.path.join(DEATHS, "fatal.c")) as source:
        return next(number for number, text in enumerate(source, 1) if "@" + mark + " " in text)


class Dead(Debugged):
    """A program that stands at the signal of which it dies; ``die`` runs it."""

    OPTIONS = ("-O0",)

    @classmethod
    def setUpClass(cls):
        debuggee.build_extension("fatal", *cls.OPTIONS, "-pthread", source=os.path.join(DEATHS, "fatal.c"))

    def die(self, way, *options, **environment):
        """The answer of ``crash`` for the thread that has got a signal."""
        debuggee.end()
        for name, value in environment.items():
            gdb.execute("set environment %s %s" % (name, value))
            self.addCleanup(gdb.execute, "unset environment " + name)
        for setting in debuggee.environment():
            gdb.execute(setting)
        gdb.execute("set cwd " + scratch())
        executable, *arguments = command(*options, way)
        gdb.execute("file " + executable, to_string=True)
        gdb.execute("run %s > /dev/null 2>&1" % " ".join('"%s"' % each for each in arguments), to_string=True)
        return self.result("crash", thread=self.thread())

    def cause(self, told):
        """(rule, evidence) of the only cause; (None, []) without any. Nothing may have failed."""
        self.assertEqual([], told["problems"])
        self.assertLessEqual(len(told["causes"]), 1, told["causes"])
        return next(((each["rule"], each["evidence"]) for each in told["causes"]), (None, []))

    def is_told(self, rule, told, *evidence):
        """The cause is this one, and its evidence has each of the sentences."""
        found, sentences = self.cause(told)
        self.assertEqual(rule, found)
        for each in evidence:
            self.assertTrue([text for text in sentences if each in text], "%s is not in %s" % (each, sentences))


class Causes(Dead):
    def test_a_null_object_in_c(self):
        told = self.die("null_object")
        self.is_told("null-object", told, "price (PyObject *) is NULL in null_object (fatal.c:%d)." % line("null_object"))
        self.assertEqual({"name": "SIGSEGV", "code": "SEGV_MAPERR"}, {each: told["signal"][each] for each in ("name", "code")})
        self.assertTrue(told["unmapped"])
        self.assertIn("No exception is pending.", told["causes"][0]["evidence"])

    def test_a_null_object_that_cpython_was_handed(self):
        told = self.die("null_argument")
        self.is_told("null-object", told, "read the type of an object at NULL", "null_argument (fatal.c:%d) had called" % line("null_argument"))
        self.assertRegex(told["instruction"], r"^\w+ .*%")

    def test_the_exception_that_nobody_has_looked_at(self):
        told = self.die("unchecked")
        self.is_told("null-object", told, "price (PyObject *) is NULL in unchecked", "An exception is pending that nobody has looked at: ")
        self.assertEqual("AttributeError", told["pending"]["type"])

    def test_an_object_that_was_overwritten(self):
        told = self.die("overwritten")
        self.is_told("no-object", told, "last in overwritten (fatal.c:%d) is 0x" % line("overwritten"), "is 0x4141414141414141, the text 'AAAAAAAA'.")

    def test_a_variable_that_is_given_its_object_on_that_line(self):
        self.assertEqual((None, []), self.cause(self.die("given")))

    def test_a_function_that_is_null(self):
        told = self.die("null_function")
        self.is_told("null-function", told, "The program counter is 0x0, where no code is; null_function (fatal.c:%d) had called" % line("null_function"))
        self.assertNotIn("instruction", told)

    def test_an_api_that_was_not_imported(self):
        told = self.die("not_imported")
        self.is_told("api-not-imported", told, "PyDateTimeAPI is NULL in not_imported (fatal.c:%d). PyDateTime_IMPORT sets it" % line("not_imported"))

    def test_a_null_pointer_that_is_no_object(self):
        self.assertEqual((None, []), self.cause(self.die("no_pointer")))

    def test_a_text_that_is_null(self):
        self.assertEqual((None, []), self.cause(self.die("null_text")))

    def test_an_object_that_is_being_freed(self):
        self.assertEqual((None, []), self.cause(self.die("in_dealloc")))

    def test_a_freed_object(self):
        self.is_told("freed-object", self.die("freed_object"), "box in freed_object (fatal.c:%d) is the object at 0x" % line("freed_object"))

    def test_a_freed_object_with_the_debug_allocator(self):
        self.is_told("freed-object", self.die("freed_object", PYTHONMALLOC="debug"), "filled with 0xDD")

    def test_a_thread_that_cpython_does_not_know(self):
        told = self.die("no_state")
        self.is_told("no-gil", told, "call_without_state (fatal.c:%d) has called " % line("no_state"), "has no PyThreadState")

    def test_the_gil_was_released(self):
        self.is_told("no-gil", self.die("no_gil"), "no_gil (fatal.c:%d) has called " % line("no_gil"))

    @unittest.skipIf(debuggee.free_threaded(), "this Python has no GIL")
    def test_of_two_causes_the_first_is_told(self):
        self.is_told("no-gil", self.die("no_gil_and_null"), "no_gil_and_null (fatal.c:%d) has called " % line("no_gil_and_null"))

    @unittest.skipUnless(debuggee.free_threaded(), "this Python has a GIL")
    def test_where_there_is_no_gil_nothing_is_said_of_it(self):
        for way in ("no_state", "no_gil"):
            told = self.die(way, PYTHON_GIL="0")
            self.assertEqual((None, []), self.cause(told))
            self.assertNotIn("gil", told)

    def test_null_without_an_exception(self):
        told = self.die("null_without_exception")
        self.is_told("result-and-exception", told, "null_without_exception> returned NULL without setting an ")
        self.assertEqual("SystemError", told["handled"]["type"])

    def test_a_result_with_an_exception(self):
        self.is_told("result-and-exception", self.die("result_with_exception"), "result_with_exception> returned a result with an ")

    def test_a_recursion_in_c(self):
        self.is_told("stack-overflow", self.die("recursion_in_c"), "Of the newest 100 native frames 100 are of dive (fatal.c:")

    @unittest.skipIf(debuggee.version() >= (3, 14), "CPython looks at how much of the stack is left")
    def test_a_recursion_through_python(self):
        self.is_told("stack-overflow", self.die("recursion_through_python"), "Python frames", "are of again (main.py:")

    def test_memory_that_is_freed_twice(self):
        told = self.die("freed_twice")
        self.is_told("heap-corruption", told, "The C library said: double free or corruption", "called by freed_twice (fatal.c:%d)" % line("freed_twice"))

    def test_an_abort_of_which_nothing_is_known(self):
        told = self.die("ends")
        self.assertEqual((None, []), self.cause(told))
        self.assertEqual(("SIGABRT", "the program sent it to itself"), (told["signal"]["name"], told["signal"]["sender"]))
        self.assertNotIn("instruction", told)


class Optimised(Dead):
    OPTIONS = ("-O2",)

    def test_a_null_object_behind_a_tail_call(self):
        self.is_told("null-object", self.die("null_argument"), "read the type of an object at NULL")


class WithoutDebugInformation(Dead):
    OPTIONS = ("-s",)

    def test_what_is_certain_all_the_same(self):
        self.is_told("null-object", self.die("null_argument"), "read the type of an object at NULL")
        self.is_told("no-gil", self.die("no_gil"), "PyErr_SetString.")
        self.is_told("no-object", self.die("overwritten"), "what should be an object at 0x", "the text 'AAAAAAAA'")
        self.assertEqual((None, []), self.cause(self.die("no_pointer")))
        self.assertEqual((None, []), self.cause(self.die("freed_object")))
        self.is_told("freed-object", self.die("freed_object", PYTHONMALLOC="debug"), "The register ", "holds 0xdddddddddddddd")


class Facts(Dead):
    def test_what_is_mapped_at_the_address(self):
        told = self.die("read_only")
        self.assertEqual(("SEGV_ACCERR", "r--"), (told["signal"]["code"], told["mapping"]["permissions"]))
        self.assertIn("fatal", told["mapping"]["file"])

    def test_versions_libraries_and_the_gil(self):
        told = self.die("ends")
        self.assertEqual(".".join(map(str, debuggee.version())), ".".join(told["versions"]["python"].split(".")[:2]))
        self.assertEqual(gdb.VERSION, told["versions"]["gdb"])
        self.assertEqual(os.uname().release, told["versions"]["kernel"])
        libraries = {os.path.basename(each["path"]): each for each in told["libraries"]}
        fatal = libraries["fatal" + python()["suffix"]]
        self.assertTrue(fatal["hasSymbols"])
        self.assertRegex(libraries["libc.so.6"]["buildId"], r"^[0-9a-f]{40}$")
        self.assertEqual(self.thread(), told["gil"]["holder"])

    def test_the_test_that_pytest_was_running(self):
        self.assertNotIn("test", self.die("ends"))
        self.assertEqual("tests/test_a.py::test_b[x (y)]", self.die("in_a_test")["test"])

    def test_memory_that_cannot_be_read_costs_one_part(self):
        self.die("no_pointer")
        gdb.execute("set $pc = 0x1000")
        told = self.result("crash", thread=self.thread())
        self.assertEqual(1, len(told["problems"]), told["problems"])
        self.assertIn("The instruction could not be read", told["problems"][0])
        self.assertEqual("SIGSEGV", told["signal"]["name"])


class Hanging(Dead):
    """A process that ends never: two threads wait for each other's mutex, a third for the GIL."""

    def setUp(self):
        debuggee.end()
        self.process = subprocess.Popen(command("deadlock"), env=environment(), cwd=scratch())
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)
        self.await_threads(3)
        gdb.execute("attach %d" % self.process.pid, to_string=True)
        self.addCleanup(gdb.execute, "detach", to_string=True)

    def await_threads(self, count):
        """Until that many wait for a futex, without a time limit of their own for a mutex."""
        tasks = "/proc/%d/task" % self.process.pid
        deadline = time.monotonic() + debuggee.SECONDS
        while time.monotonic() < deadline:
            calls = [open(os.path.join(tasks, each, "syscall")).read().split()[0] for each in os.listdir(tasks)]
            if calls.count(FUTEX) == count:
                return
            time.sleep(0.02)
        self.fail("the threads do not wait for each other")

    def test_who_waits_for_whom(self):
        told = self.result("crash", thread=1)
        self.assertNotIn("signal", told)
        main = told["gil"]["holder"]
        (spinning,) = told["gil"]["waiting"]
        locks = {row["thread"]: (row["kind"], row.get("owner")) for row in told["locks"]}
        (other,) = set(locks) - {main, spinning}
        self.assertEqual({main: ("mutex", other), spinning: ("GIL", main), other: ("mutex", main)}, locks)
        self.assertEqual([], told["causes"])


@unittest.skipUnless(debuggee.kernel_dumps(), "the kernel writes no core files here")
class Dumped(Dead):
    """Core files of the kernel's."""

    def dump(self, way, *options):
        debuggee.end()
        for core in debuggee.cores():
            os.remove(core)
        shell = 'ulimit -c unlimited; exec "$@"'
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": scratch(), "env": environment()}
        status = subprocess.call(["sh", "-c", shell, "sh", *command(*options, way)], **silent)
        self.assertLess(status, 0)
        gdb.execute("file " + python()["executable"], to_string=True)
        gdb.execute("core-file " + debuggee.cores()[0], to_string=True)
        self.addCleanup(gdb.execute, "file", to_string=True)
        self.addCleanup(gdb.execute, "core-file", to_string=True)
        return self.result("crash", thread=self.thread())

    def test_the_cause_and_what_was_mapped(self):
        told = self.dump("no_state")
        self.is_told("no-gil", told, "call_without_state (fatal.c:")
        self.assertNotIn("kernel", told["versions"])
        self.assertEqual(scratch(), told["environment"]["PYTHONPATH"])

    def test_the_signal_that_a_handler_of_faulthandlers_has_sent_again(self):
        told = self.dump("null_argument", "-X", "faulthandler")
        self.is_told("null-object", told, "read the type of an object at NULL, at address 0x")
        self.assertEqual(("SIGSEGV", "SEGV_MAPERR"), (told["signal"]["name"], told["signal"]["code"]))

    def test_a_handler_that_aborts_at_a_fault(self):
        told = self.dump("abort_at_fault")
        self.is_told("null-object", told, "price (PyObject *) is NULL in null_object (fatal.c:%d)." % line("null_object"))
        self.assertTrue(told["resent"])
        expected = {"name": "SIGSEGV", "code": "SEGV_MAPERR", "sender": "its handler has sent SIGABRT"}
        self.assertEqual(expected, {each: told["signal"][each] for each in expected})

    def test_a_handler_that_aborts_at_another_sort_of_fault(self):
        for way, name, code in (
            ("abort_at_division", "SIGFPE", "FPE_INTDIV"),
            ("abort_at_instruction", "SIGILL", "ILL_ILLOPN"),
            ("abort_behind_file", "SIGBUS", "BUS_ADRERR"),
            ("abort_at_guard", "SIGSEGV", "SEGV_ACCERR"),
        ):
            with self.subTest(way):
                told = self.dump(way)
                self.doCleanups()
                self.assertTrue(told["resent"])
                self.assertEqual((name, code, "its handler has sent SIGABRT"), tuple(told["signal"][each] for each in ("name", "code", "sender")))
                self.assertEqual((None, []), self.cause(told))
                self.assertEqual("divided by zero" in told["signal"]["meaning"], way == "abort_at_division")

    def test_a_handler_of_another_signal_that_aborts_is_the_place(self):
        told = self.dump("abort_at_signal")
        self.assertFalse(told["resent"])
        self.assertEqual("SIGABRT", told["signal"]["name"])

    def test_a_fault_that_the_program_has_survived(self):
        told = self.dump("abort_behind_fault")
        self.assertTrue(told["resent"])
        self.assertEqual(("SIGABRT", "the program sent it to itself"), (told["signal"]["name"], told["signal"]["sender"]))

    def test_what_is_mapped_at_the_address(self):
        told = self.dump("read_only")
        self.assertEqual("SEGV_ACCERR", told["signal"]["code"])
        self.assertEqual("r", told["mapping"]["permissions"].rstrip("-"))
