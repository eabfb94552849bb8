"""Instances of extensions' classes open into what they hold in C: Cython's and pybind11's."""

import os
import shutil
import unittest

import programs
from test_native import Stopped

HAS_PYBIND11 = os.path.exists("/usr/include/pybind11/pybind11.h")


class Extension(Stopped):
    """Its program calls ``run`` of a module with two instances."""

    @classmethod
    def run_module(cls, module, first, second):
        code = "import sys; sys.path.insert(0, %r); import %s as m; m.run(m.%s(), m.%s())"
        return [programs.python()[0], "-c", code % (programs.BUILT, module, first, second)]

    def fields(self, variable, **page):
        rows = self.session.result("children", object=variable["object"], **page)["variables"]
        return {row["name"]: row for row in rows}


@unittest.skipUnless(shutil.which("cython3"), "there is no cython3 (Debian: cython3)")
class CythonClasses(Extension):
    @classmethod
    def command(cls):
        executable, include = programs.python()
        generated = os.path.join(programs.BUILT, "shapes.c")
        programs.subprocess.check_call(["cython3", "-3", programs.source("shapes.pyx"), "-o", generated])
        programs.library("shapes.c", "-I" + include, path=generated)
        return cls.run_module("shapes", "Shape", "Solid")

    def instance(self, index):
        arguments = self.locals(level=1)
        name = ("__pyx_v_shape", "__pyx_v_solid")[index]
        return arguments[name]

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


@unittest.skipUnless(HAS_PYBIND11, "there are no headers of pybind11 (Debian: pybind11-dev)")
class Pybind11Classes(Extension):
    @classmethod
    def command(cls):
        executable, include = programs.python()
        programs.library("bound.cpp", "-I" + include)
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


if __name__ == "__main__":
    unittest.main()
