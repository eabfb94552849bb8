"""Pointers and references to C++ objects show as what they lead to, while GDB's "print object" is on."""

import unittest

from stopped_case import Stopped


class Dynamic(Stopped):
    program = "dynamic.cpp"

    def path(self, row, name):
        """An expression of a child, as the adapter composes it."""
        child = self.opened(row)[name]
        return child.get("expression") or row["access"] + child["access"]

    def test_a_pointer_opens_as_what_it_points_to(self):
        found = self.locals()
        for name, kind, own in (("pointer", "Derived *", "4"), ("second", "Both *", "5"), ("from_virtual", "Virtual *", "6")):
            with self.subTest(name):
                self.assertEqual(found[name]["type"], kind)
                self.assertEqual(self.opened(found[name])["own"]["value"], own)
                self.assertEqual(self.evaluate(self.path(found[name], "own"))["result"]["value"], own)
                self.assertEqual(self.opened(self.opened(found[name])["Base"])["inherited"]["value"], "10")

    def test_a_reference_opens_as_what_it_refers_to(self):
        reference = self.locals()["reference"]
        self.assertEqual(reference["type"], "Derived &")
        self.assertEqual(self.opened(reference)["name"]["value"], '"derived"')
        self.assertEqual(self.evaluate(self.path(reference, "own"))["result"]["value"], "4")

    def test_a_watch_and_its_members(self):
        row = self.evaluate("pointer")["result"]
        self.assertEqual((row["type"], row["access"]), ("Derived *", "pointer"))
        self.assertEqual(self.evaluate("pointer->name")["result"]["value"], '"derived"')

    def test_what_is_behind_a_pointer(self):
        for expression, kind, own in (("*pointer", "Derived", "4"), ("*second", "Both", "5"), ("pointer[0]", "Derived", "4")):
            with self.subTest(expression):
                row = self.evaluate(expression)["result"]
                self.assertEqual((row["type"], row["access"][-1]), (kind, ")" if expression[0] == "*" else "]"))
                self.assertEqual(self.opened(row)["own"]["value"], own)
                self.assertEqual(self.evaluate(self.path(row, "own"))["result"]["value"], own)
                self.assertEqual(self.opened(self.opened(row)["Base"])["inherited"]["value"], "10")
        self.assertEqual(self.evaluate("*null")["error"]["message"], "Cannot access memory at address 0x0.")
        self.assertEqual(self.evaluate("derived")["result"]["type"], "Derived")

    def test_members_and_pointers_can_be_set(self):
        for expression, value in (("pointer->own", "40"), ("pointer->bits", "2"), ("pointer->inherited", "11")):
            with self.subTest(expression):
                answer = self.session.result("native-assign", thread=1, level=1, expression=expression, value=value)
                self.assertEqual(answer["value"], value)
        self.addCleanup(self.assign, "pointer", "&derived")
        self.assertEqual(self.assign("pointer", "&both")["type"], "Both *")
        for expression, value in (("derived.own", "4"), ("derived.inherited", "10")):
            self.assign(expression, value)

    def assign(self, expression, value):
        return self.session.result("native-assign", thread=1, level=1, expression=expression, value=value)

    def test_what_leads_nowhere_is_as_declared(self):
        found = self.locals()
        self.assertEqual((found["wild"]["type"], found["wild"]["value"]), ("Base *", "0x10"))
        self.assertEqual((found["null"]["type"], found["null"]["value"]), ("Base *", "0x0"))

    def test_as_declared_where_the_user_wants_that(self):
        self.session.console("set print object off")
        self.addCleanup(self.session.console, "set print object on")
        self.assertEqual(self.locals()["pointer"]["type"], "Base *")
        self.assertEqual(list(self.opened(self.locals()["reference"])), ["_vptr.Base", "inherited"])

    def test_completions_know_its_members(self):
        found = self.session.result("completions", thread=1, level=1, text="pointer->na")
        self.assertEqual([item["label"] for item in found["items"]], ["name"])


if __name__ == "__main__":
    unittest.main()
