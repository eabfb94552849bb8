"""asyncio's tasks and futures: in which state they are, and where they stand."""

import contextlib
import os
from unittest import mock

from debuggee import Debugged, line, scratch
from twinstack import session
from twinstack.cpython import layouts

TASKS = "rooms/tasks.py"


def added(layout):
    """Put ``exception_tb`` where this CPython has nothing, as 3.10.6 did."""
    for struct, prefix in (("FutureObj", "fut"), ("TaskObj", "task")):
        fields = layout.fields(struct)
        at = layout.offset(struct, prefix + "_exception") + 8
        for member in fields.values():
            member[0] += 8 * (member[0] >= at)
        fields[prefix + "_exception_tb"] = [at, 8, "PyObject *"]
        layout.resize(struct, layout.size(struct) + 8)


class Tasks(Debugged):
    PROGRAM = "zoo.py"
    ARGUMENTS = (os.path.join(scratch(), "zoo.json"),)

    def members(self, name):
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        found = self.result("evaluate", expression="exact[%r]" % name, **where)
        return {child["name"]: child for child in self.children(found)}

    def rows(self, variable):
        return self.result("value-children", handle=variable["handle"])["variables"]

    def test_the_state_of_tasks_and_futures(self):
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

    def test_a_member_that_a_patch_release_has_not_yet(self):
        shown = self.texts()
        with self.read_with(added):
            self.assertEqual(shown, self.texts())

    def test_a_struct_of_another_size_is_not_read(self):
        with self.read_with(lambda layout: layout.resize("FutureObj", layout.size("FutureObj") + 24)):
            for text in self.texts():
                self.assertIn("<error: FutureObj has another size than in the table of CPython 3.", text)

    def texts(self):
        where = {"thread": self.thread(), "frame": self.python_frame("zoo")}
        names = "sleeping_task", "finished_task", "failed_task", "done_asyncio_future"
        return [self.result("evaluate", expression="exact[%r]" % name, **where)["value"] for name in names]

    @contextlib.contextmanager
    def read_with(self, change):
        """CPython is looked for anew, with another layout."""
        load = layouts.load

        def changed(*key):
            layout = load(*key)
            if layout:
                change(layout)
            return layout

        session.debuggee().forget_files()
        self.addCleanup(session.debuggee().forget_files)
        with mock.patch.object(layouts, "load", changed):
            yield

    def test_names_of_tasks(self):
        self.assertEqual("'named'", self.members("fresh_task")["[name]"]["value"])
