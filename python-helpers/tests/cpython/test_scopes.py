"""What a Python frame sees: its locals, those of enclosing functions, its globals."""

import unittest

import gdb

from debuggee import Debugged, shown, version
from twinstack import session


class Scopes(Debugged):
    PROGRAM = "scopes.py"

    def values(self, name):
        return {key: variable["value"] for key, variable in self.locals(name).items()}

    def test_locals_and_free_variables(self):
        found = self.values("outer.<locals>.inner")
        self.assertEqual("[1]", found["local"])
        self.assertEqual("[1]", found["cell"])
        self.assertTrue(
            found["argument"].startswith("<function arguments_in_cells.<locals>.<lambda>")
        )
        self.assertNotIn("comprehended", found)

    @unittest.skipUnless(version() >= (3, 12), "comprehensions are functions")
    def test_an_inlined_comprehension_shares_the_frame(self):
        self.assertEqual("1", self.values("outer.<locals>.inner")["hidden"])

    def test_arguments_come_first_and_unset_names_are_left_out(self):
        found = self.values("outer")
        ordinary = [name for name in found if name not in ("argument", "inner")]
        self.assertEqual(["keyword", "rest", "more"], ordinary[:3])
        groups = [each["name"] for each in self.groups("outer")]
        self.assertEqual(["function variables"], groups[:1])
        self.assertEqual("(1, 2)", found["rest"])
        self.assertEqual("'k'", found["keyword"])
        self.assertEqual("{'other': 'é'}", found["more"])
        self.assertEqual("[1]", found["cell"])
        self.assertNotIn("unset", found)

    def groups(self, name):
        found = self.result("locals", thread=self.thread(), frame=self.python_frame(name))
        return [each for each in found["variables"] if "group" in each]

    def test_names_are_grouped_as_debugpy_groups_them(self):
        self.assertEqual(
            ["special variables", "function variables"],
            [each["name"] for each in self.groups("<module>")],
        )
        self.assertEqual([2], [each["named"] for each in self.groups("<module>")][1:])

    def test_an_argument_in_a_cell(self):
        self.assertEqual("[5]", self.values("arguments_in_cells")["captured"])

    def test_a_class_body(self):
        found = self.values("outer.<locals>.Body")
        self.assertEqual("'outer.<locals>.Body'", found["__qualname__"])

    def test_the_locals_of_a_module_are_its_globals(self):
        found = self.values("<module>")
        self.assertEqual("'global'", found["module_level"])
        self.assertEqual("['a', 'b']", found["names"])

    def test_globals_in_pages(self):
        frame = self.python_frame("outer")
        whole = self.result("globals", frame=frame, start=0, count=1000)
        self.assertEqual(whole["total"], len(whole["variables"]))
        for start in (2, whole["total"] - 1, whole["total"] + 5):
            page = self.result("globals", frame=frame, start=start, count=3)
            self.assertEqual(whole["variables"][start : start + 3], page["variables"])
            self.assertEqual(whole["total"], page["total"])
        names = [variable["name"] for variable in self.scope("globals", frame, count=1000)]
        self.assertIn("module_level", names)
        self.assertIn("outer", names)

    def test_the_frame_as_c_sees_it(self):
        found = self.result("frame-c-view", thread=self.thread(), frame=self.python_frame("outer"))
        variables = {variable["name"]: variable for variable in found["variables"]}
        self.assertTrue({"previous", "f_back"} & set(variables))
        self.assertTrue(variables["[code object]"]["value"].startswith("<code object outer at"))
        self.assertIn("[evaluator frame]", variables)

    def parameters(self):
        stack = self.result("stack", thread=self.thread(), count=100, parameters=True)
        return {frame["name"]: frame["parameters"] for frame in reversed(stack["frames"])}

    def test_what_python_functions_were_called_with(self):
        found = self.parameters()
        self.assertEqual(
            [("captured", "list", "[5]"), ("text", "str", "'é'")],
            [(each["name"], each["type"], each["value"]) for each in found["arguments_in_cells"]],
        )
        outer = found["outer"]
        self.assertEqual(
            ["argument", "keyword", "rest", "more"], [each["name"] for each in outer]
        )
        self.assertLess(len(outer[0]["value"]), 100)
        self.assertEqual("(1, 2)", outer[2]["value"])
        self.assertEqual([], found[shown("outer.<locals>.inner")])
        self.assertIsNone(found["<module>"])

    def test_what_c_functions_were_called_with(self):
        found = self.parameters()["probe_checkpoint"]
        self.assertEqual(["self", "collect"], [each["name"] for each in found])
        self.assertTrue(found[0]["type"].startswith("PyObject *"), found)

    def test_a_frame_that_is_gone(self):
        error = self.error("locals", thread=self.thread(), frame="0x1000")
        self.assertEqual("stale", error["kind"])
        self.assertIn("gone", error["message"])

    def test_a_frame_stays_when_gdb_reads_another_file(self):
        frame = self.python_frame("outer")
        session.debuggee().forget_files()
        self.assertEqual("'k'", self.locals_of(frame)["keyword"]["value"])

    def locals_of(self, frame):
        found = self.result("locals", thread=self.thread(), frame=frame)["variables"]
        return {variable["name"]: variable for variable in found}

    def test_a_frame_of_another_thread_or_that_was_not_shown(self):
        frame, thread = self.python_frame("outer"), self.thread()
        other = self.error("locals", thread=thread + 1, frame=frame)
        inside = self.error("evaluate", thread=thread, frame=hex(int(frame, 0) + 8), expression="x")
        self.assertEqual(["stale", "stale"], [other["kind"], inside["kind"]])


class ModuleLevel(Debugged):
    PROGRAM = "scopes.py"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        gdb.execute("continue", to_string=True)

    def test_1_a_comprehension_of_a_module_shadows_its_globals(self):
        frame = self.frames()[[f["kind"] for f in self.frames()].index("python")]
        found = list(self.scope("locals", frame["frame"]))
        items = [variable["value"] for variable in found if variable["name"] == "item"]
        self.assertEqual(["'comprehended'"], items)
        self.assertEqual([], [v["access"] for v in found if v.get("access", "").startswith(".")])

    def test_2_globals_that_no_expression_reaches(self):
        gdb.execute("continue", to_string=True)
        frame = self.python_frame("shadowing")
        found = self.scope("globals", frame, count=1000)
        access = {variable["name"]: variable.get("access") for variable in found}
        self.assertEqual((None, None, None), (access["7"], access["(1, 2)"], access["item"]))
        self.assertEqual("names", access["names"])
