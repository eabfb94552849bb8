"""Breakpoints and steps in threads that C code has made, and what is known of threads that stand."""

import gdb

import debuggee
from agent_case import AgentCase, continue_for
from twinstack.agent.places.arrivals import Arrival


class ThreadsOfC(AgentCase):
    PROGRAM = "of_c.py"
    EXPECTED = "[1, 2]"

    def test_each_stops_and_steps_like_any_other(self):
        self.place("of_c.py", self.request("of_c.py", "called"))
        for _ in range(2):
            stop = self.resume() if _ else self.start()
            self.assertEqual("breakpoint", stop["reason"])
            self.assert_at("called", "called")
            self.assert_step("next", "return", "called")
        self.assert_ended_well(self.resume())

    def test_a_step_ends_where_such_a_thread_has_lost_its_trace_function_before(self):
        """CPython 3.8 and 3.9 tell nobody of lines where no thread has one, by a count."""
        self.start_at("called")
        gdb.execute("tbreak pthread_create", to_string=True)
        gdb.execute("continue", to_string=True)
        self.assertEqual("step", (self.step("next", paused=True) or {}).get("reason"))

    def test_a_step_that_another_thread_s_stop_ends_before_it_has_begun_is_none(self):
        """As where two threads have met breakpoints at once, of which GDB tells one after the other."""
        self.place("of_c.py", self.request("of_c.py", "called"))
        self.start()
        self.carried_out(self.result("python-step", thread=self.thread(), kind="next"))
        self.stopped_in_another()
        self.assertEqual("breakpoint", self.resume()["reason"])
        self.assert_step("next", "return", "called")
        self.assert_ended_well(self.resume())

    def stopped_in_another(self):
        """The stop of a thread that runs alone."""
        here = gdb.selected_thread()
        next(each for each in gdb.selected_inferior().threads() if each != here).switch()
        gdb.execute("set scheduler-locking on")
        continue_for(0.1)
        gdb.execute("set scheduler-locking replay")
        stop = self.carried_out(self.result("python-stop", thread=gdb.selected_thread().global_num))
        self.assertEqual((None, False), (stop["stop"], stop["resume"]))

    def test_a_thread_that_has_come_somewhere_is_forgotten_when_it_runs_on_and_with_its_process(self):
        arrival = Arrival()
        self.start_at("called")
        here, others = gdb.selected_thread(), gdb.selected_inferior().threads()
        self.assertTrue(arrival.come("here"))
        next(each for each in others if each != here).switch()
        self.assertIsNone(arrival.taken())
        here.switch()
        self.assertEqual(["here", None], [arrival.taken(), arrival.taken()])
        for leave in (lambda: gdb.execute("stepi", to_string=True), debuggee.end):
            arrival.come()
            leave()
            self.assertIsNone(arrival.taken())
