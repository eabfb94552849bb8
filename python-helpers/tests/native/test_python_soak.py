"""Many random operations in a program with threads: its result is what it is without a debugger."""

import os
import random

from python_session import PythonCase

OPERATIONS = int(os.environ.get("TWINSTACK_STOPS", "60"))
MARKS = ("half", "steps", "count", "guard", "work")


class Soak(PythonCase):
    PROGRAM = "many_threads.py"

    def test_the_program_ends_as_ever(self):
        seed = int(os.environ.get("TWINSTACK_SEED", random.randrange(1 << 30)))
        chance = random.Random(seed)
        self.launch()
        self.place(("work", {}))
        stop = self.resume("-exec-run")
        for number in range(OPERATIONS):
            with self.subTest(seed=seed, number=number, stop=stop):
                stop = self.operation(chance, stop)
                self.assertEqual("python", self.top(stop)[0])
        self.place()
        self.assertIsNone(self.resume())
        self.assertIn("exited-normally", self.session.log[-1], seed)

    def operation(self, chance, stop):
        kind = chance.choice(("next", "next", "stepIn", "stepOut", "continue", "place", "evaluate"))
        if kind == "continue":
            return self.resume()
        if kind == "place":
            self.place(*((mark, {}) for mark in {"work", chance.choice(MARKS)}))
        elif kind == "evaluate":
            frame = self.session.result("stack", thread=stop["thread"], count=1)["frames"][0]
            evaluated = self.carried_out(
                "python-evaluate", thread=stop["thread"], frame=frame["frame"], expression="sum(range(10))"
            )
            found = self.session.result("object", object=evaluated["object"], expression="it")
            self.assertEqual("45", found["value"])
        else:
            self.carried_out("python-step", thread=stop["thread"], kind=kind)
            return self.resume()
        return stop
