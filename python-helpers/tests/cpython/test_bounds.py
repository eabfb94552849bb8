"""What is big is shown in pages, and a page costs no more than itself."""

import json
import time
from unittest import mock

import debuggee
from debuggee import Debugged
from twinstack import session, several
from twinstack.inferior import memory

DEPTH = 10000


class Pages(Debugged):
    PROGRAM = "big.py"
    ARGUMENTS = (str(DEPTH),)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.main = cls("main_locals").main_locals()

    def main_locals(self):
        frames, page = [], {"more": True}
        while page["more"]:
            page = self.result("stack", thread=self.thread(), start=len(frames), count=500)
            frames += page["frames"]
        frame = next(f["frame"] for f in frames if f["name"] == "main")
        Pages.frame = frame
        found = self.result("locals", thread=self.thread(), frame=frame)
        return {variable["name"]: variable for variable in found["variables"]}

    def test_several_questions_are_answered_as_far_as_the_time_allows(self):
        wanted = [{"thread": thread, "start": 300, "count": 200} for thread in (self.thread(), 1000, self.thread())]
        questions = [{"operation": "stack", "arguments": json.dumps(each)} for each in wanted]
        for seconds, frames in ((debuggee.SECONDS, [200, None, 200]), (0, [None] * 3)):
            with mock.patch.object(several, "SECONDS", seconds):
                pages = self.result("several", questions=questions)["replies"]
            self.assertEqual(frames, [page and len(page["frames"]) for page in pages])

    def page(self, name, start, count):
        """([values], pages of memory read)"""
        session.changed()
        found = self.children(self.main[name], filter="indexed", start=start, count=count)
        return [child["value"] for child in found], len(session.debuggee().memory._pages)

    def test_what_is_kept_of_memory_is_bounded(self):
        with mock.patch.object(memory, "MAX_PAGES", 10):
            values, read = self.page("big_list", 500000, 1000)
        self.assertEqual([str(i) for i in range(500000, 501000)], values)
        self.assertLessEqual(read, 10)

    def test_a_page_from_the_middle_of_a_list(self):
        self.assertEqual(1000000, self.main["big_list"]["indexed"])
        values, read = self.page("big_list", 500000, 100)
        self.assertEqual([str(i) for i in range(500000, 500100)], values)
        self.assertLess(read, 20)

    def test_no_name_is_looked_for_among_two_million_numbers(self):
        before = time.process_time()
        where = {"thread": self.thread(), "frame": self.frame}
        found = self.error("evaluate", expression="big_grid[0].x", **where)
        self.assertEqual("'big_grid[0]' is a value in C, which has no .x.", found["message"])
        self.assertLess(time.process_time() - before, 1)

    def test_a_page_from_the_middle_of_a_dict(self):
        self.assertEqual(100000, self.main["big_dict"]["indexed"])
        values, read = self.page("big_dict", 50000, 100)
        self.assertEqual([repr(str(i)) for i in range(50000, 50100)], values)
        self.assertLess(read, 30)

    def test_a_dict_with_deletions_keeps_its_order(self):
        values, _ = self.page("holes", 2000, 3)
        self.assertEqual(["4001", "4003", "4005"], values)
        values, _ = self.page("holes", 4999, 100)
        self.assertEqual(["9999"], values)

    def test_the_last_page_of_a_dict(self):
        values, read = self.page("big_dict", 99990, 100)
        self.assertEqual([repr(str(i)) for i in range(99990, 100000)], values)
        self.assertLess(read, 30)

    def evaluated(self, expression):
        """(value, seconds)"""
        session.changed()
        frames = self.result("stack", thread=self.thread(), start=0, count=1)
        self.assertTrue(frames["more"])
        before = time.process_time()
        found = self.result(
            "evaluate", thread=self.thread(), frame=self.frame, expression=expression
        )
        return found["value"], time.process_time() - before

    def test_a_key_at_the_end_of_a_big_dict(self):
        value, seconds = self.evaluated("big_names['k999999']")
        self.assertEqual("999999", value)
        self.assertLess(seconds, 2.5)

    def test_an_attribute_at_the_end_of_a_big_object(self):
        value, seconds = self.evaluated("big_object.a199999")
        self.assertEqual("199999", value)
        self.assertLess(seconds, 0.5)

    def test_a_page_of_named_children(self):
        for name, count in (("big_object", 200000), ("mixed", 5000)):
            self.assertEqual(count + 1, self.main[name]["named"])
            session.changed()
            page = self.children(self.main[name], filter="named", start=count - 2, count=100)
            names = [child["name"] for child in page]
            self.assertEqual(["a%d" % (count - 2), "a%d" % (count - 1), "[C view]"], names)
            self.assertLess(len(session.debuggee().memory._pages), 30)

    def test_sets_and_deques(self):
        self.assertEqual(["5000", "5001"], self.page("big_set", 5000, 2)[0])
        self.assertEqual(["5000", "5001"], self.page("big_deque", 5000, 2)[0])
        self.assertEqual(["9999"], self.page("big_deque", 9999, 100)[0])

    def test_past_the_end_there_is_nothing(self):
        for name in ("big_list", "big_dict", "holes", "big_set", "big_deque"):
            self.assertEqual([], self.page(name, 2000000, 100)[0])

    def test_items_come_before_named_children(self):
        last = self.children(self.main["big_list"], start=999999, count=10)
        self.assertEqual(["[999999]", "[C view]"], [child["name"] for child in last])

    def test_texts_are_bounded(self):
        for name in ("big_list", "big_dict", "big_text", "big_int"):
            self.assertLess(len(self.main[name]["value"]), 600)
        self.assertEqual("<int of about 10000020 bits>", self.main["big_int"]["value"])

    def test_the_top_of_a_deep_stack(self):
        session.changed()
        before = time.perf_counter()
        page = self.result("stack", thread=self.thread(), start=0, count=20)
        self.assertLess(time.perf_counter() - before, 1)
        self.assertTrue(page["more"])
        names = [frame["name"] for frame in page["frames"] if frame["kind"] == "python"]
        self.assertGreater(len(names), 2)
        self.assertEqual({"recursion"}, set(names))

    def test_a_page_never_has_more_than_500_frames_or_1000_variables(self):
        page = self.result("stack", thread=self.thread(), start=0, count=100000)
        self.assertEqual(500, len(page["frames"]))
        self.assertEqual(1000, len(self.children(self.main["big_list"], start=0, count=100000)))

    def test_every_frame_of_a_deep_stack(self):
        count, start, more = 0, 0, True
        while more:
            page = self.result("stack", thread=self.thread(), start=start, count=500)
            count += sum(frame["name"] == "recursion" for frame in page["frames"])
            start, more = start + 500, page["more"]
        self.assertEqual(DEPTH + 1, count)
