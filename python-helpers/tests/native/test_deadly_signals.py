"""What a signal will do to a program."""

import unittest

import programs
from breakpoint_case import Session


class DeadlySignals(Session):
    def test_a_thread_whose_name_ends_within_a_letter(self):
        session = self.start(programs.build("spin.c", output="fourteen-bytes\u00e9"))  # the kernel calls it by 15
        session.send("-break-insert main")
        session.resume("-exec-run")
        self.assertEqual({"dies": True}, session.result("dies-of", name="TERM"))


if __name__ == "__main__":
    unittest.main()
