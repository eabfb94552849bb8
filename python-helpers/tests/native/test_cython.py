"""A module of Cython's as its author knows it: names, variables, expressions and breakpoints of the .pyx."""

import os
import subprocess
import unittest

import programs
from mi_session import MiSession
from test_extensions import HAS_CYTHON

SOURCE = "chain.pyx"


def build(optimised=False, cplus=False, more=()):
    """The directory with the module. ``more``: options of the compiler's."""
    name, language = ("chain.cpp", ["--cplus"]) if cplus else ("chain.c", [])
    generated = os.path.join(programs.BUILT, name)
    if not os.path.exists(generated):
        subprocess.check_call(["cython3", "-3", "--line-directives", *language, programs.source(SOURCE), "-o", generated])
    options = ["-O2"] * optimised + list(more)
    where = "".join(["built", *language, *options])
    os.makedirs(os.path.join(programs.BUILT, where), exist_ok=True)
    options += ["-shared", "-fPIC", "-I" + programs.python()[1]]
    return os.path.dirname(programs.build(name, *options, output=os.path.join(where, "chain.so"), path=generated))


class Case(unittest.TestCase):
    """``session``: a GDB for the class, in which each test runs its program anew."""

    @classmethod
    def setUpClass(cls):
        cls.session = MiSession(programs.python()[0])
        cls.addClassCleanup(cls.session.close)

    @classmethod
    def run_to(cls, mark, code, built=None, **decision):
        """The program stands at the mark's line for the first time. ``built``: as of build()."""
        code = "import sys; sys.path.insert(0, '%s'); import chain; %s" % (build(**built or {}), code)
        cls.session.console('set args -c "%s"' % code)
        cls.session.send("-break-delete")
        cls.session.result("set-function-breakpoints", breakpoints=[])
        cls.place(mark, **decision)
        cls.record = cls.session.resume("-exec-run")

    @classmethod
    def place(cls, *marks, **decision):
        wanted = [dict(decision, line=programs.line(SOURCE, mark)) for mark in marks]
        return cls.session.result("set-breakpoints", path=programs.source(SOURCE), breakpoints=wanted)["breakpoints"]

    def frames(self, count, view="merged"):
        return self.session.result("stack", thread=1, count=count, view=view)["frames"]

    def names(self, count, **view):
        return [frame["name"] for frame in self.frames(count, **view)]

    def locals(self, level=0):
        rows = self.session.result("native-locals", thread=1, level=level)["variables"]
        return {row["name"]: row for row in rows}

    def evaluated(self, expression, level=0):
        return self.session.result("native-evaluate", thread=1, level=level, expression=expression)["value"]

    def refused(self, expression):
        return self.session.ask("native-evaluate", thread=1, level=0, expression=expression)["error"]["message"]


@HAS_CYTHON
class Methods(Case):
    def test_a_method_of_a_cdef_class(self):
        self.run_to("is-big", "box = chain.Box(2, 'l'); box.is_big(1); box.grown(1)")
        self.assertEqual(["1", "2"], [self.evaluated(each) for each in ("limit", "self.size")])
        self.place("big")
        self.session.resume()
        method, wrapper = self.frames(2)
        self.assertEqual(["Box.is_big", "Box.is_big"], [method["name"], wrapper["name"]])
        self.assertEqual([False, True], [method["subtle"], wrapper["subtle"]])
        self.assertRegex(self.names(1, view="native")[0], "^__pyx_pf_.*_3Box_2is_big$")
        self.assertEqual(["2", "3", "'l'"], [self.evaluated(each) for each in ("self.size", "self.size + limit", "self.label[0]")])
        self.place("grown")
        self.session.resume()
        found = self.frames(3)
        self.assertEqual([("Box.grown", False), ("Box.grown", True), ("Box.grown", True)], [(each["name"], each["subtle"]) for each in found])

    def test_a_generator(self):
        self.run_to("each", "list(chain.Box(2, 'l').each(1))")
        body, resumed = self.frames(2)
        self.assertEqual("Box.each", body["name"])
        self.assertTrue(resumed["subtle"], resumed)
        self.assertEqual(["k", "n", "self", "[added by Cython]"], list(self.locals()))
        self.assertEqual("'l'", self.evaluated("self.label"))

    def test_the_code_outside_of_functions(self):
        self.run_to("scale", "0")
        self.assertEqual("<module>", self.names(1)[0])
        self.assertEqual(["0", "'chain'"], [self.evaluated(each) for each in ("counted", "__name__")])

    def test_closures(self):
        self.run_to("outer", "chain.outer(1)")
        self.assertEqual("1", self.evaluated("a"))
        self.place("inner")
        self.session.resume()
        self.assertEqual(["outer.inner", "outer"], self.names(2))
        found = self.locals()
        self.assertEqual(["c", "a", "b", "d"], [name for name in found if found[name].get("object")])
        self.assertEqual("22", self.evaluated("a + b + d + c - 3"))
        self.session.send("-break-insert __pyx_lambda_funcdef_lambda")
        self.session.resume()
        inner, wrapper = self.frames(2)
        self.assertEqual([("<lambda>", False), ("outer.inner.<lambda>", True)], [(each["name"], each["subtle"]) for each in (inner, wrapper)])
        self.assertEqual(["5", "7"], [self.evaluated(each) for each in ("e", "counted")])

    def test_a_comprehension_has_names_of_its_own(self):
        self.run_to("comprehended", "chain.comprehended([5])")
        self.assertEqual(["5", "5"], [self.locals()["k"]["value"], self.evaluated("k")])
        self.place("behind-comprehension")
        self.session.resume()
        self.assertEqual(["9", "9"], [self.locals()["k"]["value"], self.evaluated("k")])

    def test_values_of_c_beside_objects(self):
        self.run_to("structs", "chain.structs(1)")
        for expression, value in {
            "pair.first + one": "2",
            "pair.second * one": "2.5",
            "numbers[1] + one": "6",
            "pair.second": "2.5",
            "sizeof(pair)": "16",
        }.items():
            self.assertEqual(value, self.evaluated(expression), expression)
        self.assertIn("'pair.third' cannot be read: ", self.refused("pair.third + one"))

    def test_code_without_debug_information_keeps_the_names_of_c(self):
        self.run_to("scale", "chain.summed([1], chain.Plain(2))", {"more": ["-g0"]})
        self.session.send("-break-insert -f __pyx_pf_8programs_5chain_2summed")
        self.session.resume("-exec-run")
        self.assertEqual("__pyx_pf_8programs_5chain_2summed", self.names(1)[0])
        self.assertIn("No symbol", self.refused("total"))


@HAS_CYTHON
class Functions(Case):
    """All look at one stop."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.run_to("item", "chain.summed([5, 6, 7], chain.Plain(2))")

    def test_what_cython_has_added_opens_from_one_row(self):
        row = self.locals()["[added by Cython]"]
        opened = self.session.result("value-children", handle=row["handle"])["variables"]
        self.assertEqual(row["named"], len(opened))
        self.assertIn("__pyx_t_1", [each["name"] for each in opened])

    def test_globals_are_the_modules(self):
        first = self.session.result("native-globals", thread=1, level=0, count=1)["variables"]
        self.assertEqual([("counted", "7")], [(each["name"], each["value"]) for each in first])
        others = self.session.result("native-globals", thread=1, level=0, start=1, count=500)["variables"]
        self.assertEqual("3", {each["name"]: each["value"] for each in others}["SCALE"])

    def test_expressions(self):
        of_objects = {"p.x": "2", "items[1]": "6", "items[-1] * p.x + n": "14", "len(items) == 3": "True", "total is None": "False"}
        of_c = {"sizeof(total)": "8", "(n + 8) / 2": "4", "n": "0"}
        for expression, value in dict(of_objects, SCALE="3", counted="7", item="5", **of_c).items():
            self.assertEqual(value, self.evaluated(expression), expression)
        self.assertRegex(self.evaluated("&p->ob_refcnt"), "^0x")
        self.assertIn("has 3 items; there is no [3]", self.refused("items[3]"))
        self.assertIn("has no attribute 'y'", self.refused("p.y"))
        self.assertIn("would have to run code in the program; what needs none", self.refused("p.x()"))


@HAS_CYTHON
class Breakpoints(Case):
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
class Steps(Case):
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


if __name__ == "__main__":
    unittest.main()
