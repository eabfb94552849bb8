"""What a line of Python calls, and steps into the one that is chosen."""

import debuggee
from agent_case import AgentCase, line


class Calls(AgentCase):
    PROGRAM = "calling.py"
    EXPECTED = "[1, 2, 18, 8]"

    @classmethod
    def setUpClass(cls):
        debuggee.build_extension("crossing", "-O0")

    def calls(self):
        reply = self.result("python-calls", thread=self.thread(), frame=self.frames()[0]["frame"])
        return self.carried_out(reply)["calls"]

    def names(self):
        return [each["name"] for each in self.calls()]

    def into(self, name, which=0):
        call = [each for each in self.calls() if each["name"] == name][which]
        return self.step("stepIn", target=[call["begin"], call["end"]])

    def assert_in(self, stop, program, mark, function):
        self.assertEqual("step", stop["reason"])
        newest = self.frames()[0]
        self.assertEqual((function, line(program, mark)), (newest["name"].split(".")[-1], newest["line"]))

    def test_locals_that_are_loaded_together_and_super(self):
        self.start_at("locals")
        self.assertEqual(["called", "second.more"], self.names())
        self.place_in("super")
        self.assertEqual("breakpoint", self.resume()["reason"])
        self.assertEqual(["super().more"], [name for name in self.names() if name != "super"])
        self.place_in("again")
        self.assertEqual("breakpoint", self.resume()["reason"])
        self.assertEqual(["again"], self.names())

    def test_what_functools_calls(self):
        self.start_at("wrapped")
        self.assertEqual(["ten", "cached", "added", "cached"], self.names())
        self.assert_in(self.into("ten"), self.PROGRAM, "twice", "twice")
        self.assert_step("stepOut", "wrapped", "wrapped")
        self.assert_in(self.into("cached"), self.PROGRAM, "twice", "twice")
        self.assert_step("stepOut", "wrapped", "wrapped")
        self.assert_in(self.into("added"), "crossing.c", "add", "add")
        self.assert_ended_well(self.resume())

    def place_in(self, mark):
        self.place(self.PROGRAM, self.request(self.PROGRAM, mark))

    def test_into_the_call_that_is_chosen_past_those_before_it(self):
        self.start_at("made")
        self.assertEqual(["Counter"], self.names())
        self.assert_in(self.into("Counter"), "calling.py", "init", "__init__")
        self.step("stepOut")
        self.assert_step("next", "nested", "work")
        self.assertEqual(["twice", "twice", "counter.more", "crossing.add"], self.names())
        self.assert_in(self.into("twice", 1), "calling.py", "twice", "twice")
        frame = self.frames()[0]["frame"]
        self.assertEqual("2", self.result("evaluate", thread=self.thread(), frame=frame, expression="number")["value"])
        self.assert_step("stepOut", "nested", "work")
        self.assertEqual(["counter.more", "crossing.add"], self.names())
        self.assert_in(self.into("crossing.add"), "crossing.c", "add", "add")
        self.assert_step("stepOut", "nested", "work")
        self.assert_step("next", "box", "work")
        self.assertEqual(["twice", "crossing.Box", "crossing.Box().value"], self.names())
        self.assert_in(self.into("crossing.Box"), "crossing.c", "init", "box_init")
        self.assert_ended_well(self.resume())
