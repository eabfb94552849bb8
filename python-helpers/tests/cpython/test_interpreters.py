"""Several interpreters on one thread make one stack."""

from debuggee import Debugged, shown


class SubInterpreter(Debugged):
    PROGRAM = "nested.py"

    def test_its_frames_stand_above_those_of_the_main_one(self):
        names = [
            frame["name"]
            for frame in self.frames()
            if frame["kind"] == "python" or (frame["name"] or "").startswith("probe_")
        ]
        self.assertEqual(
            [
                "probe_checkpoint",
                "innermost",
                "sub",
                "sub",
                "sub",
                "<module>",
                "probe_in_subinterpreter",
                shown("main.<locals>.<lambda>"),
                "main",
                "<module>",
            ],
            names,
        )

    def test_no_frame_is_unplaced(self):
        self.assertEqual([], [frame for frame in self.frames() if "unplaced" in frame])
