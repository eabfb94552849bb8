"""The user ends an operation (Quit): the next one must not take what it left for the whole."""

import unittest
from unittest import mock

from debuggee import Debugged, ask
from twinstack import session
from twinstack.stack import merge


class Quit(Debugged):
    PROGRAM = "nested.py"

    def test_a_stack_that_was_being_unwound(self):
        merged = merge.merged

        def ended(*given):
            yield next(merged(*given))
            raise KeyboardInterrupt

        attempts = iter([ended, merged])
        session.changed()
        with mock.patch.object(merge, "merged", lambda *given: next(attempts)(*given)):
            with self.assertRaises(KeyboardInterrupt):
                ask("stack", thread=self.thread())
        frames = self.frames()
        session.changed()
        self.assertEqual(frames, self.frames())


if __name__ == "__main__":
    unittest.main()
