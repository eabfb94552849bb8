"""Programs that recurse without end, with a breakpoint in the function that does, without GDB."""

from alone_case import AloneCase


class Recursion(AloneCase):
    def test_the_program_gets_its_error(self):
        """It is none of the agent's own, who has no more room than the program; CPython 3.8 ends where one goes on behind it."""
        caught, own = self.ran("""
module = program("def deep(n):\\n    return deep(n + 1)\\n")
tell_program()
place([2], condition="n < 0")
caught = []
for _ in range(5):
    try:
        module.deep(0)
    except RecursionError:
        caught.append("RecursionError")
    place([2], condition="n < 0")
print(json.dumps([caught, [each["error"] for each in told if each["event"] == "failed"]]), flush=True)
""")
        self.assertEqual((["RecursionError"] * 5, []), (caught, own))
