"""Stacks of threads that GDB has not selected: how they are kept, and what stays selected."""

import json
import re
import time
import unittest

import programs
from mi_session import MI_DOOR, MiSession

MAIN, DEEP = 1, 2


class Deep(unittest.TestCase):
    """The first thread is selected; the second one is 8,000 calls deep in ``stop``."""

    def setUp(self):
        self.session = MiSession("--args", programs.build("deep.c", "-pthread"))
        self.addCleanup(self.session.close)
        self.session.send("-break-insert -f stop")
        self.session.resume("-exec-run")
        self.session.send("-thread-select %d" % MAIN)

    def stack(self, start, count, thread=DEEP):
        return self.session.result("stack", thread=thread, start=start, count=count)

    def native_locals(self, level):
        return self.session.result("native-locals", thread=DEEP, level=level)

    def selected(self):
        """(thread, level, function) that GDB has selected."""
        frame = self.session.send("-stack-info-frame")
        thread = re.search('current-thread-id="(.)"', self.session.send("-thread-info")).group(1)
        return int(thread), int(re.search('level="(.*?)"', frame).group(1)), re.search('func="(.*?)"', frame).group(1)

    def seconds(self, ask):
        begin = time.monotonic()
        ask()
        return time.monotonic() - begin

    def needs_the_mi_door(self):
        if self.session.version < MI_DOOR:
            self.skipTest("GDB before 12 has the console door alone, which selects the thread of before")

    def test_what_was_unwound_is_kept_from_page_to_page(self):
        self.needs_the_mi_door()
        first = self.seconds(lambda: self.stack(7000, 20))
        pages = [self.seconds(lambda: self.stack(start, 20)) for start in (7020, 7040, 7060)]
        variables = [self.seconds(lambda: self.native_locals(level)) for level in (7030, 7050, 7070)]
        self.assertLess(max(min(pages), min(variables)), first / 3)

    def test_pages_have_the_levels_of_gdb(self):
        self.stack(0, 10)
        page = self.stack(7990, 20)
        listed = self.session.send("-stack-list-frames --thread %d 7990 8009" % DEEP)
        rows = re.findall(r'level="(.*?)"[^}]*?(?:func="(.*?)"|})', listed)
        expected = [(int(level), None if name in ("", "??") else name) for level, name in rows]
        self.assertEqual([(row["level"], row["name"]) for row in page["frames"]], expected)
        self.assertFalse(page["more"])
        self.assertEqual(self.native_locals(7990)["variables"][0]["value"], "7989")

    def test_shown_frames_are_shown_again_from_another_thread(self):
        page = self.stack(5, 10)
        self.stack(0, 5, thread=MAIN)
        self.assertEqual(self.stack(5, 10), page)
        self.assertEqual([row["level"] for row in self.stack(15, 10)["frames"]], list(range(15, 25)))

    def test_the_mi_door_leaves_the_thread_selected_and_tells_nobody(self):
        self.needs_the_mi_door()
        since = len(self.session.log)
        self.stack(0, 10)
        self.native_locals(4)
        self.assertEqual(self.selected(), (DEEP, 0, "stop"))
        told = [text for text in self.session.log[since:] if "thread-selected" in text]
        self.assertEqual(told, [])

    def test_the_console_door_leaves_the_selection(self):
        self.session.send("-stack-select-frame 1")
        before = self.selected()
        for name, arguments in (("stack", {}), ("native-locals", {"level": 4})):
            self.session.console("twinstack %s %s" % (name, json.dumps(dict(arguments, thread=DEEP))))
        self.assertEqual(self.selected(), before)

    def test_threads_leaves_the_selection(self):
        self.session.result("threads")
        self.assertEqual(self.selected()[0], MAIN)

    def test_a_written_register_changes_the_stack(self):
        before = self.stack(0, 2)["frames"]
        self.session.console("thread %d" % DEEP)
        self.session.console("set var $pc = $pc + 1")
        after = self.stack(0, 2)["frames"]
        self.assertEqual(int(after[0]["pc"], 0), int(before[0]["pc"], 0) + 1)

    def test_a_stack_dies_when_the_program_runs(self):
        self.stack(0, 10)
        self.session.resume("-exec-finish --thread %d" % DEEP)
        self.assertEqual(self.stack(0, 1)["frames"][0]["name"], "deeper")


if __name__ == "__main__":
    unittest.main()
