"""asyncio's tasks and futures: in which state they are, and where they stand."""

import os

from debuggee import Debugged, line, scratch

TASKS = "rooms/tasks.py"


class Tasks(Debugged):
    PROGRAM = "zoo.py"
    ARGUMENTS = (os.path.join(scratch(), "zoo.json"),)

    def members(self, name):
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        found = self.result("evaluate", expression="exact[%r]" % name, **where)
        return {child["name"]: child for child in self.children(found)}

    def rows(self, variable):
        return self.result("value-children", handle=variable["handle"])["variables"]

    def test_states(self):
        for name, state in (
            ("sleeping_task", "pending"),
            ("finished_task", "finished"),
            ("failed_task", "finished"),
            ("cancelled_task", "cancelled"),
            ("cancelling_task", "cancelling"),
            ("waited_for", "pending"),
            ("done_asyncio_future", "finished"),
        ):
            with self.subTest(name):
                self.assertEqual(state, self.members(name)["[state]"]["value"])

    def test_a_task_stands_in_the_coroutines_that_it_awaits(self):
        stack = self.members("sleeping_task")["[stack]"]
        self.assertEqual("3 frames", stack["value"])
        rows = self.rows(stack)
        self.assertIn("%s in outer" % line(TASKS, "outer"), rows[0]["value"])
        self.assertIn("%s in sleeping" % line(TASKS, "sleeping"), rows[1]["value"])
        self.assertIn(" in sleep", rows[2]["value"])
        delay = next(each for each in self.rows(rows[2]) if each["name"] == "delay")
        self.assertEqual("1000", delay["value"])

    def test_a_finished_task_stands_nowhere(self):
        found = self.members("finished_task")
        self.assertEqual("0 frames", found["[stack]"]["value"])
        self.assertNotIn("handle", found["[stack]"])
        self.assertEqual("7", found["_result"]["value"])

    def test_what_a_task_waits_for_and_why_it_failed(self):
        self.assertIn("<Future pending cb=[", self.members("waiting_task")["_fut_waiter"]["value"])
        self.assertEqual("ValueError('failed')", self.members("failed_task")["_exception"]["value"])

    def test_names_of_tasks(self):
        self.assertEqual("'named'", self.members("fresh_task")["[name]"]["value"])
