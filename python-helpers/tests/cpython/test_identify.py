"""How a CPython is read when its table is wrong, is missing, or is of no version known."""

import contextlib
import subprocess
from unittest import mock

import gdb

import debuggee
from debuggee import Debugged
from twinstack import errors, session
from twinstack.cpython import debug_offsets, identify, layouts, self_check, versions
from twinstack.cpython.layouts import dwarf
from twinstack.inferior import symbols

LOAD = layouts.load


def has_debug_information():
    """Do the structs of this Python's interpreter have DWARF?"""
    described = debuggee.python()
    file = described["library"] or described["executable"]
    sections = subprocess.check_output(["readelf", "-SW", file]).decode()
    return " .debug_info " in sections and not debuggee.os.environ.get("TWINSTACK_STRIP")


def damaged(*moves):
    """A ``layouts.load`` whose tables of PyInterpreterState have members at wrong places."""

    def load(version, flavour, architecture):
        layout = LOAD(version, flavour, architecture)
        for name, distance in moves:
            if layout and layout.has("PyInterpreterState", name):
                offset = layout.offset("PyInterpreterState", name)
                layout.move("PyInterpreterState", name, offset + distance)
        return layout

    return load


def lacking(kind, name):
    """A ``layouts.load`` whose tables are without a struct or a constant."""

    def load(version, flavour, architecture):
        layout = LOAD(version, flavour, architecture)
        if layout:
            getattr(layout, kind).pop(name, None)
        return layout

    return load


def hidden(version, flavour, architecture):
    """A ``layouts.load`` that does not know this Python."""
    found = LOAD(version, flavour, architecture)
    return None if version + flavour == debuggee.table() else found


class Ladder(Debugged):
    PROGRAM = "scopes.py"

    def tearDown(self):
        session.debuggee().forget_files()

    @contextlib.contextmanager
    def identified_again(self, load=LOAD):
        """CPython is looked for anew, with another ``layouts.load``."""
        session.debuggee().forget_files()
        with mock.patch.object(layouts, "load", load):
            yield

    def probe(self):
        found = self.result("probe")
        return found["python"], found["reason"]

    def names(self):
        return [frame["name"] for frame in self.frames() if frame["kind"] == "python"]

    def test_by_the_table(self):
        python, reason = self.probe()
        self.assertIsNone(reason)
        self.assertTrue(python["layout"].startswith("table"), python)
        self.assertIsNone(python["remark"])
        words = {"free-threaded": debuggee.free_threaded(), "debug": debuggee.python()["debug"]}
        self.assertEqual({word for word in words if words[word]}, set(python["build"]))

    def test_in_whatever_language_gdb_is_set_to(self):
        before = [(f["kind"], f["name"], f.get("unplaced")) for f in self.frames()]
        session.debuggee().forget_files()
        gdb.execute("set language fortran")
        self.addCleanup(gdb.execute, "set language auto")
        self.assertIsNone(self.probe()[1])
        self.assertEqual(before, [(f["kind"], f["name"], f.get("unplaced")) for f in self.frames()])
        self.assertEqual("fortran", gdb.parameter("language"))

    def test_a_struct_that_is_not_known_costs_its_objects_alone(self):
        with self.identified_again(load=lacking("structs", "PyByteArrayObject")):
            frame = self.python_frame("outer")
            found = {each["name"]: each for each in self.scope("globals", frame, count=1000)}
            error = self.error("text", start=0, count=9, object=hex(self.address_of_part()))
        self.assertIn("has no table of PyByteArrayObject>", found["part"]["value"])
        self.assertEqual("'global'", found["module_level"]["value"])
        self.assertTrue(error["message"].startswith("This cannot be shown, as it is not known"), error)

    def address_of_part(self):
        python = session.python()
        frame = python.stacks.frame(int(self.python_frame("outer"), 0))
        return python.readers.dicts.find(python.scopes.globals(frame), "part")

    def test_a_constant_that_is_not_known_costs_the_python_frames_alone(self):
        self.skip_found_by_trial()
        load = lacking("constants", "DICT_KEYS_GENERAL")
        with mock.patch.object(identify, "layout_of", return_value=None), self.identified_again(load):
            page = self.result("stack", thread=self.thread())
        self.assertIn("has no DICT_KEYS_GENERAL", page["reason"])
        self.assertEqual({"native"}, {frame["kind"] for frame in page["frames"]})

    def test_types_that_moved_are_found(self):
        moves = ("types.builtins", 1000), ("types.for_extensions.initialized", 1000)
        offsets = [session.python().layout.structs["PyInterpreterState"]["fields"]]
        if "types.builtins" not in offsets[0]:
            self.skipTest("types have their own dicts in this version")
        before = self.names()
        with self.identified_again(load=damaged(*moves)):
            self.assertEqual("table with moved members", self.probe()[0]["layout"])
            self.assertEqual(before, self.names())
            found = session.python().layout.structs["PyInterpreterState"]["fields"]
            self.assertEqual(offsets[0], found)

    def test_dicts_that_moved_are_found(self):
        self.skip_found_by_trial()
        self.check_dicts_that_moved()

    def test_dicts_that_moved_are_found_without_the_symbol_of_their_type(self):
        self.skip_found_by_trial()
        told = symbols.in_c
        lacking = lambda expression: None if "PyDict_Type" in expression else told(expression)
        with mock.patch.object(symbols, "in_c", lacking):
            self.check_dicts_that_moved()

    def check_dicts_that_moved(self):
        moves = ("sysdict", 24), ("imports.modules", 24), ("modules", 24)
        right = session.python().layout.structs["PyInterpreterState"]["fields"]
        with mock.patch.object(debug_offsets, "overlay"):
            with self.identified_again(load=damaged(*moves)):
                self.assertEqual("table with moved members", self.probe()[0]["layout"])
                found = session.python().layout.structs["PyInterpreterState"]["fields"]
        self.assertEqual(right["sysdict"], found["sysdict"])
        modules = "imports.modules" if "imports.modules" in right else "modules"
        self.assertEqual(right[modules], found[modules])

    def test_what_the_runtime_publishes_is_believed(self):
        if not session.python().layout.has("_Py_DebugOffsets", "cookie"):
            self.skipTest("CPython before 3.13 publishes nothing")
        layout = session.python().layout
        memory, address = session.debuggee().memory, session.python().address
        wrong = identify.table(*self.key())
        wrong.move("PyInterpreterState", "sysdict", 16)
        wrong.move("PyTypeObject", "tp_name", 16)
        wrong.resize("PyASCIIObject", 16)
        debug_offsets.overlay(memory, address, wrong)
        self.assertEqual(layout.offset("PyTypeObject", "tp_name"), wrong.offset("PyTypeObject", "tp_name"))
        self.assertEqual(layout.size("PyASCIIObject"), wrong.size("PyASCIIObject"))

    def key(self):
        return "%d.%d" % debuggee.version(), debuggee.python()["flavour"]

    def test_without_its_table_by_debug_information(self):
        if not has_debug_information():
            self.skipTest("this Python has no debug information")
        self.skip_found_by_trial()
        before = self.frames(), sorted(self.locals("outer.<locals>.inner"))
        with self.identified_again(load=hidden):
            self.assertEqual("debug information", self.probe()[0]["layout"])
            self.assertEqual(before, (self.frames(), sorted(self.locals("outer.<locals>.inner"))))

    def skip_found_by_trial(self):
        if debuggee.version() < (3, 11):
            self.skipTest("a CPython before 3.11 does not tell its version; its table is found by trial")

    def test_without_table_and_debug_information_it_is_refused(self):
        self.skip_found_by_trial()
        with mock.patch.object(identify, "layout_of", return_value=None):
            with self.identified_again(load=hidden):
                python, reason = self.probe()
                kinds = {frame["kind"] for frame in self.frames()}
        self.assertIsNone(python)
        self.assertIn("CPython %s on x86_64 is not supported; supported are 3.8, " % debuggee.table(), reason)
        self.assertEqual({"native"}, kinds)

    def test_debug_information_is_read_once(self):
        with mock.patch.object(dwarf, "structs", wraps=dwarf.structs) as read:
            with self.identified_again(load=hidden):
                for _ in range(3):
                    self.probe()
                    session.changed()
        self.assertLessEqual(read.call_count, 1)

    def test_a_newer_version_is_read_as_the_newest_known(self):
        if not has_debug_information():
            self.skipTest("this Python has no debug information")
        if debuggee.version() < (3, 11):
            self.skipTest("this Python does not tell its version")
        name = debuggee.table()
        older = {
            each: version
            for each, version in versions.VERSIONS.items()
            if versions.minor(each) < versions.minor(name)
        }
        if versions.VERSIONS[name] not in older.values():
            self.skipTest("CPython %s differs from those before" % name)
        before = self.frames()
        with mock.patch.dict(versions.VERSIONS, older, clear=True), self.identified_again():
            python, _ = self.probe()
            self.assertIn("CPython %s is newer than" % name, python["remark"])
            self.assertEqual(before, self.frames())


class SelfCheck(Debugged):
    PROGRAM = "scopes.py"

    def refused(self, struct, member, distance):
        """What the check says of a layout with one member at a wrong place."""
        runtime, memory = session.python(), session.debuggee().memory
        right = runtime.layout.offset(struct, member)
        runtime.layout.move(struct, member, right + distance)
        try:
            with self.assertRaises(errors.UnreadablePython) as caught:
                self_check.check(runtime, memory, runtime.hexversion)
            return str(caught.exception)
        finally:
            runtime.layout.move(struct, member, right)

    def test_a_thread_of_no_interpreter(self):
        message = self.refused("PyThreadState", "interp", 8)
        self.assertIn("cannot be read by the table", message)
        self.assertIn("a thread belongs to no interpreter", message)

    def test_a_version_that_it_does_not_read_as_is_refused(self):
        runtime, memory = session.python(), session.debuggee().memory
        with self.assertRaisesRegex(errors.UnreadablePython, "says that it is 2.7.18 and reads as 3."):
            self_check.check(runtime, memory, 0x020712F0)

    def test_a_function_of_something_else(self):
        runtime = session.python()
        found = self_check.imported_function(runtime, session.debuggee().memory)
        self.assertEqual("function", runtime.readers.types.of(found).name)
