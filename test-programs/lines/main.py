"""Sums in Python, imports a module late, and waits for the file of the first argument, if there is one."""

import os
import sys
import time


def add(total, item):
    # no code: @comment
    total = total + item  # @add
    return total  # @added


def work():
    total = 0  # @first
    for item in range(10):
        total = add(total, item)  # @body
    return total  # @sum


def wait_for(path):
    rounds = 0
    while not os.path.exists(path):
        time.sleep(0.005)  # @sleep
        rounds += 1  # @round
    return rounds


def tools():
    """Whoever traces the program."""
    monitoring = getattr(sys, "monitoring", None)
    named = [monitoring.get_tool(number) for number in range(6)] if monitoring else []
    return [sys.gettrace(), sys.getprofile(), *filter(None, named)]


print("running", flush=True)
print("sum", work(), flush=True)  # @module
import late  # noqa: E402  @import

late.say()  # @call
for path in sys.argv[1:]:
    wait_for(path)  # @wait
    print(tools(), flush=True)
print("done", flush=True)
