"""A module of Cython's as its author knows it: names, variables and expressions of the .pyx."""

import re
import unittest

from cython_case import CythonCase
from test_extensions import HAS_CYTHON


@HAS_CYTHON
class Methods(CythonCase):
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

    def test_a_generator_has_its_own_name_and_variables(self):
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

    def test_a_closure_has_the_variables_around_it(self):
        self.run_to("outer", "chain.outer(1)")
        self.assertEqual("1", self.evaluated("a"))
        self.place("def-of-inner")
        self.session.resume()
        self.assertEqual(["10", "3"], [self.evaluated(each) for each in ("c", "a + b")])
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
        self.assertEqual(["20", "7"], [self.evaluated(each) for each in ("a + b + d + e", "counted")])

    def test_a_scope_that_is_not_made_yet_or_gone_is_not_read(self):
        self.run_to("inner", "[chain.outer(each) for each in (1, 2, 3)]")
        self.in_gdb("set $inner = __pyx_cur_scope", "set $outer = $inner->__pyx_outer_scope")
        self.in_gdb(*("set var %s->ob_base.ob_refcnt += 1" % each for each in ("$inner", "$outer")))
        self.place("outer")
        self.session.resume()
        self.in_gdb("set var __pyx_cur_scope = $outer")  # as the stack may have it from the call before
        self.assertEqual("2", self.evaluated("a"))
        self.place()
        self.session.send("-break-insert __pyx_lambda_funcdef_lambda")
        self.session.resume()
        self.in_gdb("set var __pyx_cur_scope = $inner")
        self.assertEqual("13", self.evaluated("d"))
        self.place("called")
        self.session.resume()
        self.in_gdb("set var __pyx_cur_scope->__pyx_v_a = __pyx_cur_scope->__pyx_v_b")
        self.assertEqual("4", self.evaluated("a"))
        for change in ("__pyx_cur_scope->ob_base.ob_refcnt = 0", "__pyx_cur_scope = (void *) __pyx_v_a"):
            self.in_gdb("set var " + change)
            self.assertEqual("3", self.evaluated("a"))

    def in_gdb(self, *commands):
        for command in commands:
            self.assertIn("^done", self.session.console(command))

    def test_a_comprehension_has_names_of_its_own(self):
        self.run_to("def-of-comprehended", "chain.comprehended([5])")
        self.session.console("info locals")
        inner = re.search(r"(__pyx_\w+genexpr\w*__pyx_v_k) = ", "".join(self.session.log)).group(1)
        self.in_gdb("set var %s = __pyx_v_items" % inner, "set var __pyx_v_k = 0")  # nothing of it has begun
        self.assertIn("has no value yet", self.refused("k"))
        self.place("comprehended")
        self.session.resume()
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
        frame = self.frames(1)[0]
        self.assertEqual(("__pyx_pf_8programs_5chain_2summed", False), (frame["name"], frame["subtle"]))
        self.assertIn("No symbol", self.refused("total"))
        rows = self.session.result("native-globals", thread=1, level=0)["variables"]
        self.assertEqual(["[no debug information]"], [row["name"] for row in rows])


@HAS_CYTHON
class Functions(CythonCase):
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

    def test_expressions_are_of_python_or_of_c(self):
        of_objects = {"p.x": "2", "items[1]": "6", "items[-1] * p.x + n": "14", "len(items) == 3": "True", "total is None": "False"}
        of_c = {"sizeof(total)": "8", "(n + 8) / 2": "4", "n": "0"}
        for expression, value in dict(of_objects, SCALE="3", counted="7", item="5", **of_c).items():
            self.assertEqual(value, self.evaluated(expression), expression)
        self.assertRegex(self.evaluated("&p->ob_refcnt"), "^0x")
        self.assertIn("has 3 items; there is no [3]", self.refused("items[3]"))
        self.assertIn("has no attribute 'y'", self.refused("p.y"))
        self.assertRegex(self.refused("p.x()"), r"would have to run code in the program; what needs none .* behind 'py:'")


if __name__ == "__main__":
    unittest.main()
