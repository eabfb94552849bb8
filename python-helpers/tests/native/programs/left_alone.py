"""Turns until SIGUSR1, and some rounds more; then tells what a debugger may have left."""

import signal
import sys

ROUNDS = 1000  # CPython runs the handler of a signal before what else is pending

told = []


def turned(n):
    return n + 1  # @turned


signal.signal(signal.SIGUSR1, lambda number, frame: told.append(number))
print("turning")
n = 0
while not told:
    n = turned(n)
for _ in range(ROUNDS):
    n = turned(n)
monitoring = getattr(sys, "monitoring", None)
tools = monitoring and monitoring.get_tool(4)
ours = [name for name in vars(sys) if "twinstack" in name]
print(sys.gettrace(), sys.getprofile(), tools, ours)
