"""Runs long enough for events of no concern to be filtered. Conditions of breakpoints call ``seen``, which counts; the counts are the result."""

import os
import sys
import threading

counts = {}
ROUNDS = 1500


def seen(name):
    counts[name] = counts.get(name, 0) + 1


def plain(number):
    return number + 1


def turned():
    number = 0
    while number < ROUNDS:
        number = plain(number)


def several(number):
    first = number  # @first
    second = first + 1
    third = second + 1  # @third

    return third  # @last


def recursive(depth):
    if not depth:
        return 0  # @deepest
    return recursive(depth - 1) + 1  # @recursive


def generated(count):
    for number in range(count):
        yield number  # @generated


def failing():
    raise KeyError("as it must")  # @failing


def caught():
    try:
        failing()
    except KeyError:
        return True


def work():
    turned()
    total = several(1)  # @several
    total += recursive(50)  # @calls
    return total  # @total


def traced(frame, event, value):
    return None


turned()
numbers = generated(20)
next(numbers)
for _ in range(3):
    work()
list(numbers)  # @work
caught()
for _ in range(2):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
while len(os.listdir("/proc/self/task")) > 1:  # GDB 13 fails where a thread ends together with the program
    pass
before = sys.gettrace()
sys.settrace(traced)
several(0)
sys.settrace(before)
several(0)
turned()
several(0)
with open(sys.argv[1], "w") as file:
    file.write(str(sorted(counts.items())))
