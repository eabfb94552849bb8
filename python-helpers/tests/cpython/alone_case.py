"""A program that takes GDB's part, so that the agent's own code is tried without GDB, in the Python to be debugged."""

import json
import subprocess
import unittest

import debuggee
from twinstack.agent.arrival import sources

SECONDS = 20
SCRIPT = """
import _thread, ctypes, gc, json, os, sys, threading, time, types
def start():
    exec(TEXT)
    return sys._twinstack.poll.__globals__
agent = start()
told = []
def answer(message):
    if message["event"] not in ("poll", "filter", "threads"):
        told.append(message)
def program(source, name=%r):
    module = types.ModuleType("program")
    with open(name, "w") as file:
        file.write(source)
    module.__file__ = name
    exec(compile(source, name, "exec"), module.__dict__)
    return module
def place(lines, condition=None, log=None, name=%r):
    rows = [(number, line, condition, None, log) for number, line in enumerate(lines, 1)]
    return agent["obeyed"](("breakpoints", name, rows))
def tell_program():
    agent["told"] = answer
"""
TWO = "def a(n):\n    n += 1\n    return n\n\n\ndef b(n):\n    n += 2\n    return n\n"


class AloneCase(unittest.TestCase):
    def ran(self, source):
        """What the program writes, read as JSON."""
        path = debuggee.scratch() + "/alone.py"
        names = path.replace("alone", "program"), path.replace("alone", "program")
        with open(path, "w", encoding="utf-8") as script:
            script.write("TEXT = %r\nTWO = %r\n" % (sources.text(), TWO) + SCRIPT % names + source)
        command = [debuggee.python()["executable"], "-W", "ignore", path]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS)
        self.assertEqual((0, ""), (done.returncode, done.stderr.decode()))
        return json.loads(done.stdout.decode())
