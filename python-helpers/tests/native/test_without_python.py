"""A program without CPython."""

import re
import textwrap
import unittest

import programs
from mi_session import MiSession


COUNTING = """
    import gdb
    run, searches = gdb.execute, []

    def counting(text, *options, **named):
        if text.startswith("info address"):
            searches.append(text)
        return run(text, *options, **named)

    gdb.execute = counting
"""


class WithoutPython(unittest.TestCase):
    def setUp(self):
        self.session = MiSession("--args", programs.build("values.c"))
        self.addCleanup(self.session.close)
        self.session.console("python exec(%r)" % textwrap.dedent(COUNTING))
        self.session.send("-break-insert -f main")
        self.session.resume("-exec-run")

    def searches(self):
        """How often the helpers have looked for a symbol."""
        since = len(self.session.log)
        self.session.console("python print('searches: %d.' % len(searches))")
        return int(re.search(r"searches: (\d+)\.", "\n".join(self.session.log[since:])).group(1))

    def test_is_searched_for_one_once(self):
        self.session.result("threads")
        before = self.searches()
        self.assertGreater(before, 0)
        self.session.resume("-exec-next")
        self.session.result("stack", thread=1)
        reason = self.session.result("threads")["reason"]
        self.assertEqual(reason, "The program has no CPython in it (no symbol _PyRuntime).")
        self.assertEqual(self.searches(), before)


if __name__ == "__main__":
    unittest.main()
