"""Cython's and pybind11's extensions: instances open into what they hold in C, and steps lead into what Python calls."""

import os
import shutil
import unittest

import programs
from mi_session import MiSession
from python_session import PYTHON, PythonCase
from stopped_case import Stopped

HAS_CYTHON = unittest.skipUnless(shutil.which("cython3"), "there is no cython3 (Debian: cython3)")
HAS_PYBIND11 = unittest.skipUnless(
    os.path.exists("/usr/include/pybind11/pybind11.h"), "there are no headers of pybind11 (Debian: pybind11-dev)"
)
IS_THEIRS = unittest.skipUnless(
    os.path.realpath(PYTHON) == os.path.realpath("/usr/bin/python3"), "Debian's cython3 and pybind11-dev are for its own python3"
)


def build_shapes():
    generated = os.path.join(programs.BUILT, "shapes.c")
    if not os.path.exists(generated):
        programs.subprocess.check_call(["cython3", "-3", "--line-directives", programs.source("shapes.pyx"), "-o", generated])
    programs.library("shapes.c", "-I" + programs.python()[1], path=generated)


def build_bound():
    programs.library("bound.cpp", "-I" + programs.python()[1])


class Extension(Stopped):
    """Its program calls ``run`` of a module with two instances."""

    @classmethod
    def run_module(cls, module, first, second):
        code = "import sys; sys.path.insert(0, %r); import %s as m; m.run(m.%s(), m.%s())"
        return [programs.python()[0], "-c", code % (programs.BUILT, module, first, second)]

    def fields(self, variable, **page):
        rows = self.session.result("children", object=variable["object"], **page)["variables"]
        return {row["name"]: row for row in rows}


@HAS_CYTHON
class CythonClasses(Extension):
    @classmethod
    def command(cls):
        build_shapes()
        return cls.run_module("shapes", "Shape", "Solid")

    def instance(self, index):
        arguments = self.locals(level=1)
        return arguments[("shape", "solid")[index]]

    def test_variables_have_their_names_in_the_pyx(self):
        names = list(self.locals(level=1))
        self.assertEqual(["shape", "solid", "sides"], names[:3])
        self.assertEqual(["[added by Cython]"], names[3:])

    def test_names_of_the_pyx_are_evaluated(self):
        self.assertEqual("8", self.evaluated("sides * 2"))
        self.assertEqual("4", self.evaluated("__pyx_v_sides"))

    def evaluated(self, expression):
        return self.session.result("native-evaluate", thread=1, level=1, expression=expression)["value"]

    def test_they_are_set(self):
        self.session.result("native-assign", thread=1, level=1, expression="sides", value="sides + 2")
        self.assertEqual("6", self.evaluated("sides"))
        self.session.result("native-assign", thread=1, level=1, expression="sides", value="4")

    def test_fields_stand_behind_the_c_view(self):
        found = self.fields(self.instance(0))
        names = list(found)
        self.assertEqual(["corners", "area", "label"], names[names.index("[C view]") + 1 :][-3:])
        self.assertEqual(["3", "2.5", "['label']"], [found[n]["value"] for n in ("corners", "area", "label")])

    def test_fields_of_a_derived_class(self):
        found = self.fields(self.instance(1))
        self.assertEqual(["3", "9"], [found[name]["value"] for name in ("corners", "depth")])

    def test_fields_come_in_pages(self):
        whole = list(self.fields(self.instance(0)))
        for start in range(len(whole) + 1):
            self.assertEqual(whole[start : start + 2], list(self.fields(self.instance(0), start=start, count=2)))


@HAS_CYTHON
class CythonGenerators(Extension):
    @classmethod
    def command(cls):
        build_shapes()
        code = "import sys; sys.path.insert(0, %r); import shapes; list(shapes.counted(2))"
        return [programs.python()[0], "-c", code % programs.BUILT]

    def test_variables_are_in_its_scope(self):
        self.assertEqual(["2", "0"], self.evaluated(1, "number", "each"))
        for condition, level in (("number == 3", 1), ("number == 2", 0)):  # a false one, and one that holds
            self.placed(condition)
            self.session.resume()
            self.assertEqual(["1"], self.evaluated(level, "each"))

    def placed(self, condition):
        wanted = [{"line": programs.line("shapes.pyx", "yield"), "condition": condition}]
        path = programs.source("shapes.pyx")
        self.assertTrue(self.session.result("set-breakpoints", path=path, breakpoints=wanted)["breakpoints"][0]["verified"])

    def evaluated(self, level, *names):
        found = [self.session.result("native-evaluate", thread=1, level=level, expression=name) for name in names]
        return [each["value"] for each in found]


@HAS_PYBIND11
class Pybind11Classes(Extension):
    @classmethod
    def command(cls):
        build_bound()
        return cls.run_module("bound", "Point", "Named")

    def test_the_c_object_of_an_instance(self):
        held = self.fields(self.locals(level=0)["point"])["[C++ object]"]
        self.assertEqual("shapes::Point", held["type"])
        self.assertEqual("3", self.opened(held)["x"]["value"])

    def test_the_c_object_of_a_derived_class(self):
        held = self.fields(self.locals(level=0)["named"])["[C++ object]"]
        self.assertEqual("shapes::Named", held["type"])
        self.assertIn("name", self.opened(held))

    def test_the_c_object_is_found_in_whichever_language(self):
        self.session.console("set language c")
        self.addCleanup(self.session.console, "set language auto")
        held = self.fields(self.locals(level=0)["point"])["[C++ object]"]
        self.assertEqual("3", self.opened(held)["x"]["value"])


@IS_THEIRS
class Steps(PythonCase):
    """From lines of Python into what they call, past what Cython and pybind11 put before it, and back."""

    PROGRAM = "entered.py"

    def assert_entered(self, module, source):
        self.launch(programs.BUILT, module)
        self.place(("function", {}))
        self.resume("-exec-run")
        for mark, entered, following in (("function", "twice", "method"), ("method", "add", "other"), ("other", "thrice", "behind")):
            self.assert_at("stepIn", "native", programs.line(source, entered))
            self.assert_at("stepOut", "python", programs.line(self.PROGRAM, mark))
            self.assert_at("next", "python", programs.line(self.PROGRAM, following))

    def assert_at(self, step, kind, line):
        """Where a step ends."""
        self.carried_out("python-step", thread=1, kind=step)
        stop = self.resume()
        self.assertEqual("step", stop["reason"])
        self.assertEqual((kind, line), self.top(stop)[::2])

    @HAS_CYTHON
    def test_a_step_enters_functions_of_cythons(self):
        build_shapes()
        self.assert_entered("shapes", "shapes.pyx")

    @HAS_PYBIND11
    def test_a_step_enters_functions_of_pybind11s(self):
        build_bound()
        self.assert_entered("bound", "bound.cpp")


@HAS_PYBIND11
class StepsInPybind11(unittest.TestCase):
    """Within a function bound with pybind11, past what it uses of pybind11's."""

    def setUp(self):
        build_bound()
        code = "import sys; sys.path.insert(0, %r); import bound; bound.filled([])" % programs.BUILT
        self.session = MiSession("--args", programs.python()[0], "-c", code)
        self.addCleanup(self.session.close)
        self.session.send("-break-insert -f bound.cpp:%d" % programs.line("bound.cpp", "append"))
        self.session.resume("-exec-run")

    def test_a_step_into_enters_the_users_functions_alone(self):
        self.assert_into("twice")
        self.session.resume("-exec-finish")
        self.assert_into("size")

    def assert_into(self, mark):
        self.session.result("step-past-machinery", thread=1)
        self.assertIn('bound.cpp",line="%d"' % programs.line("bound.cpp", mark), self.session.resume("-exec-step"))


if __name__ == "__main__":
    unittest.main()
