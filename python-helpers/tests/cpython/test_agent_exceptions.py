"""Exceptions of Python as filters, and the program's own breakpoint()."""

from agent_case import AgentCase
from twinstack.execution import exception_info  # noqa: F401 (registers its operations)


class Exceptions(AgentCase):
    PROGRAM = "unhandled.py"

    def want(self, *filters):
        rows = self.carried_out(self.result("set-python-exceptions", filters=list(filters)))["breakpoints"]
        self.addCleanup(lambda: self.carried_out(self.result("set-python-exceptions", filters=[])))
        return rows

    def test_what_nothing_handles_stops_where_it_is_raised(self):
        row, = self.want({"filter": "uncaught", "condition": "Failure, KeyError"})
        self.assertEqual((False, "No Python has started in the program yet."), (row["verified"], row["message"]))
        self.assertEqual("breakpoint", self.start()["reason"])
        again, = self.want({"filter": "uncaught", "condition": "Failure, KeyError"})
        self.assertTrue(again["verified"], again)
        self.assert_at("breakpoint", "<module>")
        self.assertEqual("exception", self.resume()["reason"])
        self.assert_at("raise", "fail")
        info = self.result("exception-info", thread=self.thread())
        self.assertEqual(("__main__.Failure", "no way", "unhandled"), (info["id"], info["message"], info["breakMode"]))
        details = self.result("exception-details", thread=self.thread())
        self.assertIn("in fail\n__main__.Failure: no way", details["stackTrace"])
        self.assertEqual("KeyError", details["inner"]["typeName"])
        self.assertIsNone(self.resume())

    def test_one_that_is_wanted_no_more(self):
        self.want({"filter": "raised"})
        self.start()
        self.want()
        self.assertIsNone(self.resume())

    def test_what_is_no_name_of_a_type(self):
        row, = self.want({"filter": "raised", "condition": "1 + 1"})
        self.assertIn("'1 + 1' is no name of a type", row["message"])
