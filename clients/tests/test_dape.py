"""A session in Emacs with dape: keys are pressed, and its windows are read, as a user does."""
import os
import select
import subprocess
import sys
import unittest

from editor_test import TIMEOUT, EditorTest

WAITING = """import time

while True:
    time.sleep(0.05)
    print(end=".", flush=True)  # @beat
"""


def drain(pipe):
    """Reads what has been written by now."""
    os.set_blocking(pipe.fileno(), False)
    while pipe.read():
        pass
    os.set_blocking(pipe.fileno(), True)


class TestDape(EditorTest):
    def setUp(self):
        super().setUp()
        self.configure(".emacs.d/init.el", "Emacs with dape")
        self.ask, self.rounded = self.line("order.py", "ask"), self.line("pricing.c", "rounded")
        self.emacs = self.opened("emacs", "-nw", "pricing.c", "order.py")
        self.emacs.shows("@ask", "@rounded")

    def test_a_session_in_python_and_c(self):
        self.launch()
        self.emacs.shows(rf" ask_rule of pricing\.c:{self.line('pricing.c', 'callback')}(.|\n)* total of pricing\.c:{self.line('pricing.c', 'walk')}"
                         rf"(.|\n)* price_order of order\.py:{self.line('order.py', 'total')}(.|\n)* main of order\.py")
        self.emacs.shows(r"^\+ item <Item at ", r"^\+ amount 2\.55")
        self.evaluate("item.name.upper()", "'BOLT M4'")
        self.emacs.press("M-:")
        self.emacs.type('(pop-to-buffer "*dape-info Scope*")')
        self.emacs.press("M-<", "Enter")
        self.emacs.shows(r"^  \+ name 'bolt M4'", r"^  \+ quantity 12")

        self.emacs.press("C-x", "C-a", "s")
        self.stopped_at("round_cents of pricing.c:")
        self.emacs.press("C-x", "C-a", "c")
        self.stopped_at(f"round_cents of pricing.c:{self.rounded}")
        self.emacs.shows(r"^\+ amount 2\.55", r"^  cents 255")
        self.evaluate("cents * 2", "^510")
        self.emacs.press("C-x", "C-a", "o")
        self.stopped_at(f"bulk_price of order.py:{self.ask}")
        self.emacs.shows(r"^\+ Return value 255")

        self.emacs.press("C-x", "C-a", "B")
        self.emacs.press("C-x", "C-a", "c")
        self.emacs.shows("3 items cost 29.95 EUR", "Exit code 0", "Session terminated")

    def test_a_restart_and_a_quit_in_the_midst(self):
        self.launch()
        self.emacs.press("C-x", "C-a", "c")
        self.stopped_at(f"round_cents of pricing.c:{self.rounded}")
        self.emacs.press("C-x", "C-a", "r")
        self.stopped_at(f"bulk_price of order.py:{self.ask}")
        self.emacs.press("C-x", "C-a", "q")
        self.emacs.hides("dape-repl")

    def test_an_attach_that_lets_go(self):
        waiting = self.example / "waiting.py"
        waiting.write_text(WAITING, encoding="utf-8")
        with subprocess.Popen([sys.executable, waiting.name], stdout=subprocess.PIPE, cwd=self.example) as process:
            self.addCleanup(process.kill)
            self.emacs.press("C-x", "C-f")
            self.emacs.type(waiting.name)
            self.emacs.shows("@beat")
            self.toggle_breakpoint(self.line(waiting.name, "beat"))
            self.command("dape")
            self.emacs.shows("^Run adapter:")
            self.emacs.type(f'twinstack-attach :processId {process.pid} :initCommands ["no-such-command"]')
            self.stopped_at(f"<module> of waiting.py:{self.line(waiting.name, 'beat')}")
            self.emacs.shows("The command 'no-such-command' of 'initCommands' failed")
            self.emacs.press("C-x", "C-a", "D")
            self.emacs.hides("dape-repl")
            drain(process.stdout)
            self.assertTrue(select.select([process.stdout], [], [], TIMEOUT)[0], "the process does not run on")
            process.kill()

    def launch(self):
        """Begins a session with a breakpoint in either file, and waits for the stop at that in Python."""
        self.toggle_breakpoint(self.ask)
        self.emacs.press("C-x", "o")
        self.toggle_breakpoint(self.rounded)
        self.emacs.press("C-x", "o")
        self.command("dape")
        self.emacs.shows("^Run adapter:")
        self.emacs.type("twinstack")
        self.stopped_at(f"bulk_price of order.py:{self.ask}")

    def toggle_breakpoint(self, line):
        self.emacs.press("M-g", "g")
        self.emacs.type(str(line))
        self.emacs.press("C-x", "C-a", "b")
        self.emacs.shows(rf"L{line} ")

    def command(self, name):
        self.emacs.press("M-x")
        self.emacs.type(name)

    def stopped_at(self, frame):
        self.emacs.shows(f"^=> {frame}")

    def evaluate(self, expression, result):
        self.command("dape-evaluate-expression")
        self.emacs.shows("^Evaluate")
        self.emacs.type(expression)
        self.emacs.shows(result)


if __name__ == "__main__":
    unittest.main()
