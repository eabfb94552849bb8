"""Greenlets share a thread: its stack is that of the one which runs."""

import subprocess
import unittest

import debuggee


def has_greenlet():
    command = [debuggee.python()["executable"], "-c", "import greenlet"]
    return not debuggee.os.environ.get("TWINSTACK_STRIP") and not subprocess.call(
        command, stderr=subprocess.DEVNULL
    )


@unittest.skipUnless(has_greenlet(), "this Python has no greenlet")
class Greenlets(debuggee.Debugged):
    PROGRAM = "greenlets.py"

    def test_the_frames_of_the_one_that_runs(self):
        frames = self.frames()
        python = [frame for frame in frames if frame["kind"] == "python"]
        self.assertEqual(["inner", "first"], [frame["name"] for frame in python])
        self.assertEqual([], [frame for frame in frames if "unplaced" in frame])

    def test_c_frames_stand_above_the_python_ones_that_called_them(self):
        shown = [frame["name"] for frame in self.frames()]
        self.assertLess(shown.index("probe_checkpoint"), shown.index("inner"))
        self.assertNotIn("probe_through", shown)
