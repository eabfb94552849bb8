"""The stack at every instruction while a generator is resumed and left."""

import gdb
from debuggee import Debugged

INSTRUCTIONS = 1500
TOLD = 3  # instructions, at most, at which the stack may be cut short, as its reason then says
CHAIN = ["<module>", "consume", "passing", "numbers"]


class EveryInstruction(Debugged):
    PROGRAM = "yielding.py"

    def test_no_frame_is_lost_between_a_generator_and_its_caller(self):
        seen, told, silent = set(), [], []
        for _ in range(INSTRUCTIONS):
            gdb.execute("stepi", to_string=True)
            page = self.result("stack", thread=self.thread(), count=60)
            python = [frame for frame in page["frames"] if frame["kind"] == "python"]
            names = [frame["name"] for frame in reversed(python)]
            if names[1:] and names == CHAIN[: len(names)]:
                seen.add(len(names))
            else:
                (told if page["reason"] else silent).append(names)
        self.assertEqual([], silent)
        self.assertLessEqual(len(told), TOLD)
        self.assertEqual({2, 3, 4}, seen)
