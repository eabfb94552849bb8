"""Tools of the user's that trace or profile keep working beside breakpoints on lines; before CPython 3.12 a trace function of theirs has the lines
of its thread to itself, as long as it is there, and that is told.
"""

import os
import subprocess
import unittest

import gdb

import debuggee
from agent_case import AgentCase, line, path, run_on
from alone_case import AloneCase
from debuggee import version
from twinstack.agent.talk import process
from twinstack.agent.tracing import trace_functions
from twinstack.mi import unasked

PACKAGES = os.environ.get("TWINSTACK_PACKAGES", "/usr/lib/python3/dist-packages")
COVERAGE = os.path.join(PACKAGES, "coverage")
IN_MAIN, IN_THREAD = 3, 1  # how often each runs the line


class Tools(AgentCase):
    PROGRAM = "tooled.py"

    def setUp(self):
        super().setUp()
        self.sentences, before = [], unasked.sentence
        unasked.sentence = self.sentences.append
        self.addCleanup(setattr, unasked, "sentence", before)

    def search_path(self):
        """Where the program finds coverage, whose Python code runs on any CPython, and its C code on the one that it is built for."""
        directory = os.path.join(debuggee.scratch(), "packages")
        if not os.path.exists(directory):
            os.mkdir(directory)
            os.symlink(COVERAGE, os.path.join(directory, "coverage"))
        return "%s:%s" % (debuggee.extension(), directory)

    def alone(self, tool):
        """What it sees without the debugger."""
        program = [debuggee.python()["executable"], path(self.PROGRAM), self.written, tool]
        environment = dict(os.environ, PYTHONPATH=self.search_path(), PYTHONDONTWRITEBYTECODE="1", LD_LIBRARY_PATH=debuggee.scratch())
        environment["PYTHONHOME"] = debuggee.python()["prefix"]
        subprocess.check_call(program, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
        with open(self.written) as file:
            return file.read()

    def stop_at_work(self, tool):
        """The first stop of the line."""
        gdb.execute("set environment PYTHONPATH " + self.search_path())
        self.place(self.PROGRAM, self.request(self.PROGRAM, "sum"))
        return self.resume("run '%s' '%s' '%s' > /dev/null" % (path(self.PROGRAM), self.written, tool))

    def stops(self, tool):
        """How often the line stops the program in which the tool is at work, and behind that."""
        self.EXPECTED = self.alone(tool)
        stop, count = self.stop_at_work(tool), 0
        while stop:
            self.assertEqual(("breakpoint", ("add", line(self.PROGRAM, "sum"))), (stop["reason"], self.here()))
            stop, count = self.resume(), count + 1
        self.assert_ended_well(stop)
        return count - IN_MAIN - IN_THREAD

    def assert_beside(self, tool, before=IN_MAIN + IN_THREAD):
        """``before``: how often it stops at work before CPython 3.12; it is told where a thread is missing."""
        wanted = IN_MAIN + IN_THREAD if version() >= (3, 12) else before
        self.assertEqual(wanted, self.stops(tool))
        self.assertEqual(wanted < IN_MAIN + IN_THREAD, any("trace function of its own" in each for each in self.sentences), self.sentences)

    def test_profilers_see_what_they_see_alone(self):
        self.assert_beside("cProfile")
        self.assert_beside("setprofile")

    def test_a_trace_function_of_the_main_thread(self):
        self.assert_beside("settrace", IN_THREAD)

    def test_a_trace_function_of_new_threads(self):
        self.assert_beside("threading.settrace", IN_MAIN)

    @unittest.skipIf(version() >= (3, 12), "sys.monitoring is beside a trace function")
    def test_a_process_that_ends_where_it_has_taken_its_own_away_leaves_nothing_to_the_next(self):
        self.stop_at_work("settrace")
        run_on("continue")  # to behind sys.settrace(None)
        debuggee.end()
        self.assertEqual(IN_THREAD, self.stops("settrace"))

    @unittest.skipUnless((3, 9) <= version() < (3, 12), "CPython sets it in another way")
    def test_a_process_that_ends_where_it_sets_one_leaves_nothing_to_the_next(self):
        self.stop_at_work("settrace")
        gdb.Breakpoint("*%d" % process.current().entry("settrace"), internal=True, temporary=True)
        run_on("continue")
        debuggee.end()
        gdb.execute("starti", to_string=True)
        self.assertFalse(trace_functions.is_setting(gdb.selected_thread()))

    @unittest.skipUnless(os.path.isdir(COVERAGE), "there is no coverage in " + PACKAGES)
    def test_coverage_measures_what_it_measures_alone(self):
        self.assert_beside("coverage", 0)


class Alone(AloneCase):
    def test_a_trace_function_that_the_program_has_for_new_threads_stays(self):
        self.assertEqual(
            [True, True],
            self.ran("""
def own(*event):
    pass
threading.settrace(own)
module = program(TWO)
tell_program()
place([2])
found = [threading._trace_hook is own]
agent["leave"]()
print(json.dumps(found + [threading._trace_hook is own]))
"""),
        )

    @unittest.skipIf(version() < (3, 12), "there is no sys.monitoring")
    def test_a_tool_number_that_the_program_uses_stays_its_own(self):
        first, left, none = self.ran("""
monitoring = sys.monitoring
monitoring.use_tool_id(4, "the program's")
module = program(TWO)
tell_program()
def tools():
    return [monitoring.get_tool(3), monitoring.get_tool(4), len(told)]
place([2])
module.a(1)
first = tools()
agent["leave"]()
left = tools()
monitoring.use_tool_id(3, "another")
agent = start()
print(json.dumps([first, left, place([2])["error"]]))
""")
        self.assertEqual((["twinstack", "the program's", 1], [None, "the program's", 1]), (first, left))
        self.assertEqual("RuntimeError: other tools use sys.monitoring, and have left no tool number for the debugger", none)

    @unittest.skipIf(version() >= (3, 12), "sys.monitoring tells of what concerns alone")
    def test_what_its_tracing_has_left_in_frames_is_told_nothing(self):
        """CPython asks what a frame has, whosever the trace function of the thread is."""
        self.assertEqual(
            ["call", "line"],
            self.ran("""
events = []
def own(frame, event, value):
    events.append(event)
    return own
module = program("def a(settrace, place):\\n    settrace(None)\\n    place([7])\\n    return 1\\n\\n\\ndef b():\\n    return 2\\n")
tell_program()
sys.settrace(own)
module.a(sys.settrace, place)
print(json.dumps(events))
"""),
        )
