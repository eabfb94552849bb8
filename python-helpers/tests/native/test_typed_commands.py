"""What the user types for GDB: whichever GDB it is, nothing takes another program into a session."""

import tempfile
import unittest

import programs
from mi_session import MiSession

COMMANDS = (
    "run", "r", "start", "kill", "detach", "q", "core", "target native", "file", "add-inferior",
    "kill inferiors 1", "detach inferiors 1", "disconnect", "pipe kill | cat", 'eval "detach"',
    "python gdb.execute('run')", "edit",
)  # fmt: skip


class TypedCommands(unittest.TestCase):
    def setUp(self):
        self.session = MiSession("--args", programs.build("host.c"), programs.library("plugin.c"))
        self.addCleanup(self.session.close)
        self.session.result("set-breakpoints", path=programs.source("host.c"), breakpoints=[{"line": self.line}])
        self.session.resume("-exec-run")
        self.session.result("typed-commands", enabled=True, thread=1)

    line = programs.line("host.c", "start")

    def said(self, command):
        """All that GDB says of a command."""
        since = len(self.session.log)
        return "".join([self.session.console(command)] + self.session.log[since:])

    def test_what_would_break_the_session_is_refused(self):
        for command in COMMANDS:
            with self.subTest(command):
                said = self.said(command)
                self.assertIn("is not carried out here: ", said)
                self.assertNotIn("\\e[", said)
                self.assertNotIn("\\357\\270\\217", said)  # an emoji

    def test_commands_of_the_users_own_are_refused_too(self):
        with tempfile.NamedTemporaryFile("w", suffix=".gdb") as script:
            script.write("define again\nrun\nend\nprint 40 + 2\nif 1\nagain\nend\nprint 40 + 3\n")
            script.flush()
            said = self.said("source " + script.name)
        self.assertIn("= 42", said)
        self.assertIn("'run' is not carried out here", said)
        self.assertNotIn("= 43", said)

    def test_everything_else_is_carried_out(self):
        self.assertIn("= 42", self.said("print 40 + 2"))
        self.assertIn("^done", self.said("record"))
        self.assertIn("^done", self.said("record stop"))
        self.assertTrue(self.session.send("-target-detach").endswith("^done"))

    def test_python_has_no_input(self):
        self.assertIn("EOFError", self.said("python input()"))

    def test_a_command_in_the_background_is_answered_at_once(self):
        self.assertIn("^running", self.said("continue &"))
        self.assertFalse(self.session.result("typed-commands", enabled=False, thread=1)["moved"])

    def test_a_popped_frame_is_told(self):
        plugin = [{"line": programs.line("plugin.c", "twice")}]
        self.session.result("set-breakpoints", path=programs.source("plugin.c"), breakpoints=plugin)
        self.session.resume("-exec-continue")
        self.assertFalse(self.typed("info threads"))
        self.assertTrue(self.typed("return 5"))
        self.assertFalse(self.typed("frame 0"))

    def typed(self, command):
        """Whether the thread stands in another frame after a command."""
        self.session.result("typed-commands", enabled=True, thread=1)
        self.session.console(command)
        return self.session.result("typed-commands", enabled=False, thread=1)["moved"]

    def test_what_is_a_command_of_gdb(self):
        for text in ("info threads", "bt", "p/x 3", "x/4x $sp", "p *node", "p -1", "info"):
            self.assertEqual(self.hint(text), "no. To run GDB's command, use '-exec %s'." % text)
        for text in ("x + 1", "p == 3", "x in y", "data", "stack", "nothing", "a.b", "f(1)", "d", "del d", "return 5", "while True"):
            self.assertEqual(self.hint(text), "no.", text)

    def hint(self, text):
        return self.session.result("hint", thread=1, level=0, expression=text, message="no.", typed=True)["text"]
