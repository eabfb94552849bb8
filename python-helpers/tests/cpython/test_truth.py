"""The merged stack of every thread equals what CPython itself says, and what C recorded."""

import os
import unittest

import gdb

from debuggee import Dumped, Telling, dumped_by_kernel, kernel_dumps, scratch
from twinstack import session
from twinstack.inferior.thread_registers import pthread

TRUTH = os.path.join(scratch(), "truth.json")
PROBE = ("probe_checkpoint", "probe_through", "probe_block")
SPINNING = "spinning"


class Truth(Telling):
    PROGRAM = "truth.py"
    ARGUMENTS = (TRUTH,)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.threads = {
            str(pthread(thread)): thread.global_num for thread in gdb.selected_inferior().threads()
        }

    def merged(self, ident):
        return self.frames(self.threads[ident])

    def test_every_python_frame_of_every_thread(self):
        self.assertEqual(5, len(self.truth["stacks"]))
        for ident, expected in self.truth["stacks"].items():
            with self.subTest(thread=self.truth["names"].get(ident)):
                found = [frame for frame in self.merged(ident) if frame["kind"] == "python"]
                if self.truth["names"].get(ident) == SPINNING:
                    self.assertEqual([each[:2] for each in expected], [plain(f)[:2] for f in found])
                else:
                    self.assertEqual(expected, [plain(frame) for frame in found])

    def test_every_frame_of_the_extension_lies_between_the_right_python_frames(self):
        found = []
        for ident in self.threads:
            found += [[name, int(ident), depth] for name, depth in depths(self.merged(ident))]
        self.assertEqual(sorted(self.truth["calls"]), sorted(found))

    def test_no_python_frame_is_unplaced(self):
        for ident in self.threads:
            for frame in self.merged(ident):
                self.assertNotIn("unplaced", frame)

    def test_frames_of_the_evaluator_are_gone(self):
        for ident in self.threads:
            names = [frame["name"] for frame in self.merged(ident) if frame["kind"] == "native"]
            self.assertNotIn("_PyEval_EvalFrameDefault", names)

    def test_only_cpythons_own_frames_are_subtle(self):
        own = session.python().image
        for frame in self.frames():
            if frame["kind"] == "native":
                self.assertEqual(frame["library"] == own or "/lib-dynload/" in frame["library"], frame["subtle"], frame)

    def test_frames_of_the_extension_have_their_source(self):
        frames = (frame for ident in self.threads for frame in self.merged(ident))
        frame = next(frame for frame in frames if frame["name"] == "probe_through")
        self.assertTrue(frame["file"].endswith("/programs/probe.c"), frame)
        self.assertGreater(frame["line"], 0)

    def test_threads_have_pythons_names(self):
        names = {
            str(pthread(thread_of(each["id"]))): each["name"]
            for each in self.result("threads")["threads"]
        }
        for ident, name in self.truth["names"].items():
            if not name.startswith("Dummy"):
                self.assertEqual(name, names[ident])

    def test_pages_are_the_whole(self):
        whole, paged, more = self.frames(), [], True
        session.changed()
        while more:
            page = self.result("stack", thread=self.thread(), start=len(paged), count=7)
            paged, more = paged + page["frames"], page["more"]
        self.assertEqual(whole, paged)

    def test_pages_go_on_after_another_threads_stack(self):
        whole = self.frames()
        session.changed()
        first = self.result("stack", thread=self.thread(), start=0, count=10)["frames"]
        for ident in self.threads:
            self.merged(ident)
        rest = self.result("stack", thread=self.thread(), start=10, count=500)["frames"]
        self.assertEqual(whole, first + rest)

    def test_the_selection_is_kept(self):
        gdb.newest_frame().older().select()
        before = gdb.selected_thread(), gdb.selected_frame()
        for ident in self.threads:
            self.merged(ident)
        self.result("threads")
        self.assertEqual(before, (gdb.selected_thread(), gdb.selected_frame()))


class TruthOfACoreFile(Truth, Dumped):
    """What GDB dumped."""


@unittest.skipUnless(kernel_dumps(), "the kernel writes no core files here")
class TruthOfTheKernelsCoreFile(TruthOfACoreFile):
    DUMP = staticmethod(dumped_by_kernel)


def thread_of(number):
    return next(each for each in gdb.selected_inferior().threads() if each.global_num == number)


def plain(frame):
    position = [frame.get(key) for key in ("line", "endLine", "column", "endColumn")]
    return [frame["name"], frame["file"], position]


def depths(frames):
    """(name, number of older Python frames) of the extension's frames."""
    for index, frame in enumerate(frames):
        if frame["kind"] == "native" and frame["name"] in PROBE:
            yield frame["name"], sum(older["kind"] == "python" for older in frames[index:])
