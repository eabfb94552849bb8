"""What only older CPythons have: frames that no evaluator runs, and strings of wchar_t alone."""

import unittest

from debuggee import Debugged, version


class Older(Debugged):
    PROGRAM = "older.py"

    @unittest.skipIf(version() >= (3, 11), "all frames have an evaluator")
    def test_a_frame_made_in_c_shifts_no_other_one(self):
        shown = [
            (frame["name"], "unplaced" in frame)
            for frame in self.frames()
            if frame["kind"] == "python" or (frame["name"] or "").startswith("probe_in_a_frame")
        ]
        self.assertEqual(
            [
                ("innermost", False),
                ("probe_in_a_frame", False),
                ("made_in_c", True),
                ("<lambda>", False),
                ("probe_in_a_frame", False),
                ("made_in_c", True),
                ("outer", False),
                ("probe_in_a_frame", False),
                ("made_in_c", True),
            ]
            + 101 * [("deep", False)]
            + [("main", False), ("<module>", False)],
            shown,
        )

    @unittest.skipIf(version() >= (3, 11), "all frames have an evaluator")
    def test_a_frame_made_in_c_has_its_line(self):
        made = next(frame for frame in self.frames() if frame["name"] == "made_in_c")
        self.assertEqual(("made_in_c.c", 7), (made["file"], made["line"]))

    def test_a_string_of_wide_characters(self):
        wide = self.locals("innermost")["wide"]
        self.assertEqual(("'a\u00e9\U0001f600'", "str"), (wide["value"], wide["type"]))
