"""Frames of modules that lie in no file of their own, and very many frames."""

import json
import os

from debuggee import Debugged, scratch

TRUTH = os.path.join(scratch(), "imported.json")


class Imported(Debugged):
    PROGRAM = "imported.py"
    ARGUMENTS = (TRUTH,)

    def test_frames_have_the_names_that_cpython_gives_their_files(self):
        with open(TRUTH) as file:
            truth = json.load(file)
        found = [
            [frame["name"].rpartition(".")[2], frame["file"], frame["line"]]
            for frame in self.frames()
            if frame["kind"] == "python"
        ]
        self.assertEqual(truth, found)
        files = {file for _, file, _ in truth}
        self.assertIn("<made up>", files)
        self.assertIn("<frozen importlib._bootstrap>", files)
        self.assertIn(os.path.join(scratch(), "modules.zip", "package", "module.py"), files)


class Deep(Debugged):
    PROGRAM = "deep.py"

    def test_the_oldest_of_twelve_thousand_frames_are_there(self):
        shown, start, more = [], 0, True
        while more:
            page = self.result("stack", thread=self.thread(), start=start, count=500)
            shown += [frame["name"] for frame in page["frames"] if frame["kind"] == "python"]
            start, more = start + len(page["frames"]), page["more"]
        self.assertEqual(12001, shown.count("down"))
        self.assertEqual("main", shown[12001])
        self.assertIn(shown[-1], ("Thread._bootstrap", "_bootstrap"))
