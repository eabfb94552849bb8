"""Turns until SIGUSR1; then tells what a debugger may have left."""

import signal
import sys


def tell(number, frame):
    monitoring = getattr(sys, "monitoring", None)
    tools = monitoring and monitoring.get_tool(4)
    ours = [name for name in vars(sys) if "twinstack" in name]
    print(sys.gettrace(), sys.getprofile(), tools, ours)
    sys.exit(0)


def turned(n):
    return n + 1  # @turned


signal.signal(signal.SIGUSR1, tell)
print("turning")
n = 0
while True:
    n = turned(n)
