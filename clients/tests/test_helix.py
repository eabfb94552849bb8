"""A session in Helix: keys are pressed, and what it paints is read, as a user does."""
import unittest

from editor_test import EditorTest

KEYS = "Debug \\(experimental\\)"  # the title of the list of keys behind Space G, which stays until Escape


class TestHelix(EditorTest):
    def test_a_session_in_python_and_c(self):
        self.configure(".config/helix/languages.toml", "Helix")
        ask, rounded = self.line("order.py", "ask"), self.line("pricing.c", "rounded")
        self.helix = self.opened("hx", "order.py", "pricing.c")
        self.helix.shows("@ask")
        self.toggle_breakpoint(ask)
        self.helix.type(":buffer-next")
        self.helix.shows("@rounded")
        self.toggle_breakpoint(rounded)
        self.helix.type(":buffer-previous")
        self.helix.shows("@ask")
        self.helix.press("Space", "G", "l")
        self.helix.shows("python-and-c")
        self.helix.press("Enter")
        self.helix.shows("^program:")
        self.helix.type("order.py")

        self.helix.shows(rf"▶ +{ask} .*@ask", "stopped because of breakpoint")
        self.helix.press("s", "f")
        self.helix.shows(r"> bulk_price (.|\n)* ask_rule (.|\n)* total (.|\n)* price_order (.|\n)* main ")
        self.leave("> bulk_price")
        self.helix.press("v")
        self.helix.shows("item: Item = <Item at ", "amount: float = 2.55")
        self.leave("▸ Locals")
        self.leave(KEYS)
        self.evaluate("item.name.upper()", "^'BOLT M4'")
        self.helix.press("Space", "G", "i")
        self.helix.shows(r"▶ .*double euros = ", "stopped because of step")
        self.helix.press("c")
        self.helix.shows(rf"▶ +{rounded} .*@rounded")
        self.helix.press("v")
        self.helix.shows("amount: PyObject \\* \\(float\\) = 2.55", "cents: long = 255")
        self.leave("▸ Locals")
        self.leave(KEYS)
        self.evaluate("cents*2", "^510")
        self.helix.press("Space", "G", "o")
        self.helix.shows(rf"▶ +{ask} .*@ask")
        self.leave(KEYS)

        self.toggle_breakpoint(ask)
        self.helix.type(":buffer-next")
        self.toggle_breakpoint(rounded)
        self.helix.press("Space", "G", "c")
        self.helix.shows("3 items cost 29.95 EUR|exited with code 0|Terminated debugging session")  # one takes the place of the other

    def toggle_breakpoint(self, line):
        """Sets a breakpoint on a line of the file that is shown, or takes it away."""
        self.helix.type(f":{line}")
        self.helix.shows(f" {line}:[0-9]+ *$")
        self.helix.press("Space", "G")
        self.helix.shows(KEYS)
        self.helix.press("b")
        self.leave(KEYS)

    def evaluate(self, expression, result):
        self.helix.type(f":debug-eval {expression}")
        self.helix.shows(result)

    def leave(self, shown):
        """Leaves what is shown before another key comes: Escape and a key at once are one key, with Alt."""
        self.helix.press("Escape")
        self.helix.hides(shown)


if __name__ == "__main__":
    unittest.main()
