"""Frames of modules that lie in no file of their own, very many frames, a stop in the evaluator."""

import json
import os

import gdb
from debuggee import Debugged, scratch
from twinstack import console
from twinstack.inferior import mappings

console.open()
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


class InTheEvaluator(Debugged):
    PROGRAM = "imported.py"
    ARGUMENTS = (TRUTH,)

    def stack(self, **how):
        return self.result("stack", thread=self.thread(), count=50, **how)["frames"]

    def test_the_evaluator_is_shown_where_the_program_was_stopped_on_purpose(self):
        for _ in range(10):
            if self.stack()[0]["kind"] == "python":
                break
            gdb.execute("finish", to_string=True)
        merged, with_evaluator = self.stack(), self.stack(evaluator=True)
        self.assertEqual("python", merged[0]["kind"])
        own = with_evaluator[: with_evaluator.index(merged[0])]
        self.assertEqual((own + merged)[: len(with_evaluator)], with_evaluator)
        self.assertEqual(list(range(len(own))), [frame["level"] for frame in own])
        self.assertEqual([True] * len(own[:-1]), [frame.get("inline") for frame in own[:-1]])
        self.assertNotIn("inline", own[-1])
        self.assertTrue(own[-1]["subtle"])


class OddFileName(Debugged):
    """What GDB says of the mapped files is not UTF-8."""

    PROGRAM = "mapped.py"

    def test_a_mapped_file_of_any_name(self):
        paths = [mapped.path for mapped in mappings.files()]
        self.assertIn(os.path.join(scratch(), os.fsdecode(b"caf\xe9")), paths)
        self.assertTrue(self.python_frame("<module>"))
        self.assertTrue(self.result("threads")["threads"])
        self.assertIn("<module>", gdb.execute("py-stack", to_string=True))
