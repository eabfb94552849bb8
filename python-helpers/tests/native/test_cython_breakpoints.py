"""Breakpoints and steps in a .pyx: once where its author sees one line, whatever Cython has made of that."""

import unittest

import programs
from cython_case import SOURCE, CythonCase, build
from mi_session import MiSession
from python_session import PythonCase
from test_extensions import HAS_CYTHON


@HAS_CYTHON
class Breakpoints(CythonCase):
    CODE = "chain.summed([1, 2, 3], chain.Plain(2)); chain.genexpr([1, 2]); list(chain.Box(2, 'l').each(2)); chain.Box(2, 'l').is_big(3)"
    SUMMED = {"summed": 1, "declared": 1, "for": 4, "item": 3, "while": 4, "finally": 1, "if": 1, "returned": 1}
    OTHERS = {"each": ["Box.each"] * 2, "genexpr": ["genexpr"], "is-big": ["Box.is_big"]}

    def test_a_line_stops_once_whenever_it_is_come_to(self):
        wanted = dict({mark: ["summed"] * times for mark, times in self.SUMMED.items()}, **self.OTHERS)
        self.run_to("summed", self.CODE)
        (row,) = self.place("try")  # which has no code of its own
        self.assertEqual(programs.line(SOURCE, "try") + 1, row["line"])
        self.assert_stops(wanted)

    def test_a_line_of_a_module_in_cpp(self):
        wanted = {"genexpr": ["genexpr"], "inner": ["outer.inner", "<lambda>"], "is-big": ["Box.is_big"]}
        self.run_to("genexpr", self.CODE + "; chain.outer(1)", {"cplus": True})
        self.assert_stops(wanted)

    def assert_stops(self, wanted):
        """``wanted``: the functions in which it stops, by the mark of the line."""
        self.place(*wanted)
        found = {}
        while "breakpoint-hit" in self.record:
            frame = self.frames(1)[0]
            found.setdefault(frame["line"], []).append(frame["name"])
            self.record = self.session.resume()
        self.assertEqual({programs.line(SOURCE, mark): names for mark, names in wanted.items()}, found)

    def test_a_line_that_is_set_again_when_its_module_is_there(self):
        self.prepare("chain.summed([1], chain.Plain(2))")
        self.session.console("nosharedlibrary")
        self.assertFalse(self.place("summed")[0]["verified"])
        self.place()
        self.session.send("-break-insert -f -t __pyx_pf_8programs_5chain_2summed")
        self.session.resume("-exec-run")
        self.assertTrue(self.place("returned")[0]["verified"])

    def test_a_fused_function(self):
        self.run_to("fused", "chain.doubled_number(1); chain.doubled_number(2.5)")
        self.assertTrue(self.frames(2)[1]["subtle"])
        self.assert_stops({"fused": ["doubled_number"] * 2, "fused-body": ["doubled_number"] * 2})

    def test_what_a_module_without_lines_needs(self):
        other = [{"line": 1}]
        (row,) = self.session.result("set-breakpoints", path=programs.source("shapes.pyx"), breakpoints=other)["breakpoints"]
        self.assertIn("emit_linenums=True", row["message"])

    def test_a_def_of_optimised_code(self):
        self.assert_stops_once({"optimised": True})

    def test_a_def_of_code_whose_debug_information_has_no_options(self):
        self.assert_stops_once({"optimised": True, "more": ["-gno-record-gcc-switches"]})

    def assert_stops_once(self, built):
        self.run_to("summed", "chain.summed([1], chain.Plain(2))", built)
        self.assertEqual("summed", self.names(1)[0])
        self.assertNotIn("breakpoint-hit", self.session.resume())

    def test_conditions_and_log_messages(self):
        self.run_to("item", "chain.summed([5, 6, 7], chain.Plain(2))")
        self.place("item", condition="item > 6 and p.x == n")
        self.assertIn("breakpoint-hit", self.session.resume())
        self.assertEqual("7", self.evaluated("item"))
        self.place("returned", logMessage="{p.x} and {items[3]}")
        self.session.resume()
        self.assertIn('2 and 36', "".join(self.session.log))

    def test_log_messages_with_variables_that_are_objects(self):
        self.run_to("summed", "chain.summed([5], chain.Plain(2)); list(chain.Box(2, 'l').each(1))")
        self.place("item", "each", logMessage="{item} of {items}, {p.x + n}; {k}, {self.label}, {self}")
        self.session.resume()
        self.assertIn("5 of [5], 2; <error: ", "".join(self.session.log))
        self.assertIn("; 0, 'l', <programs.chain.Box object at 0x", "".join(self.session.log))

    def test_conditions_on_what_cannot_be_read(self):
        self.run_to("summed", self.CODE)
        for variable in "__pyx_v_p", "__pyx_d", "__pyx_mstate_global->__pyx_d":  # the last two: before Cython 3, and since
            self.session.send("-gdb-set var %s = 0x1238" % variable)
        for mark, condition in ("declared", "p is None"), ("for", "SCALE == 3"):
            self.place(mark, condition=condition)
            self.assertIn("breakpoint-hit", self.session.resume())
            self.assertIn("its condition '%s' could not be evaluated: '%s' cannot be read: memory" % (condition, condition), "".join(self.session.log))

    def test_a_condition_of_a_function_breakpoint(self):
        self.run_to("genexpr", "chain.genexpr([1]); chain.summed([1], chain.Plain(2)); " + self.CODE)
        wanted = {"name": "__pyx_pf_8programs_5chain_2summed", "condition": "len(items) == 3"}
        (row,) = self.session.result("set-function-breakpoints", breakpoints=[wanted])["breakpoints"]
        self.assertTrue(row["verified"], row)
        self.session.resume()
        self.assertEqual("3", self.evaluated("items[2]"))


@HAS_CYTHON
class Steps(CythonCase):
    def test_a_step_into_enters_the_users_functions_alone(self):
        self.run_to("attribute", "chain.stepped(chain.Plain(2))")
        for mark in ("calls", "doubled"):
            self.assertIn('chain.pyx",line="%d"' % programs.line(SOURCE, mark), self.step_into())

    def test_a_step_into_enters_what_is_called_by_way_of_cpython(self):
        self.run_to("by-cpython", "chain.calling([1]); chain.genexpr([1])")
        self.step_into()
        stop = self.session.result("python-stop")["result"]["stop"]
        self.assertEqual(("step", "genexpr"), (stop["reason"], self.names(1)[0]))
        self.assertIn("exited", self.session.resume())

    def test_a_step_that_ends_before_enters_nothing_later(self):
        self.run_to("before", "chain.calling([1])")
        self.step_into()
        self.assertEqual(programs.line(SOURCE, "by-cpython"), self.frames(1)[0]["line"])
        self.assertIn("exited", self.session.resume())

    def step_into(self):
        self.session.result("step-past-machinery", thread=1)
        return self.session.resume("-exec-step")


@HAS_CYTHON
class StepsFromPython(PythonCase):
    PROGRAM = "called_back.py"

    def test_a_step_out_ends_in_the_users_function(self):
        self.session = MiSession("--args", programs.python()[0], programs.source(self.PROGRAM), build())
        self.addCleanup(self.session.close)
        self.place(("x", {}))
        self.resume("-exec-run")
        self.carried_out("python-step", thread=1, kind="stepOut")
        stop = self.resume()
        self.assertEqual("step", stop["reason"])
        self.assertEqual(("native", "summed", programs.line(SOURCE, "item")), self.top(stop))


if __name__ == "__main__":
    unittest.main()
