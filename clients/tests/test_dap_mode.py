"""A session in Emacs with dap-mode: keys are pressed, and its windows are read, as a user does."""
import unittest

from editor_test import EditorTest


class TestDapMode(EditorTest):
    def test_a_session_in_python_and_c(self):
        self.configure(".emacs.d/init.el", "Emacs with dap-mode")
        ask, rounded = self.line("order.py", "ask"), self.line("pricing.c", "rounded")
        self.emacs = self.opened("emacs", "-nw", "pricing.c", "order.py")
        self.emacs.shows("@ask", "@rounded")
        self.toggle_breakpoint(ask)
        self.emacs.press("C-x", "o")
        self.toggle_breakpoint(rounded)
        self.emacs.press("C-x", "o")
        self.emacs.press("C-x", "1", "M-<")
        self.emacs.shows("^-.*  F1  order.py .* L1 ")
        self.emacs.hides("  F1  pricing.c ")
        self.command("dap-debug")
        self.emacs.shows("^Select configuration template:")
        self.emacs.type("Python and C")

        self.stopped_at("order.py", ask)
        self.evaluate("item.name", "'bolt M4'")
        self.command("dap-step-in")
        self.stopped_at("pricing.c", self.line("pricing.c", "euros"))
        self.command("dap-continue")
        self.stopped_at("pricing.c", rounded)
        self.evaluate("cents * 2", "510")
        self.command("dap-step-out")
        self.stopped_at("order.py", ask)
        self.command("dap-disconnect")

    def toggle_breakpoint(self, line):
        self.emacs.press("M-g", "g")
        self.emacs.type(str(line))
        self.emacs.shows(rf"L{line} ")
        self.command("dap-breakpoint-toggle")

    def command(self, name):
        self.emacs.press("M-x")
        self.emacs.type(name)
        self.emacs.hides(f"^M-x {name}")  # what is typed while it runs may be lost

    def stopped_at(self, file, line):
        """The cursor goes to where the program stands."""
        self.emacs.shows(rf"^-.*  F1  {file} .* L{line} ")

    def evaluate(self, expression, result):
        self.command("dap-eval")
        self.emacs.shows("^Eval:")
        self.emacs.type(expression)
        self.emacs.shows(result)


if __name__ == "__main__":
    unittest.main()
