"""Runs inside GDB: the processor time of reading a stopped CPython, in ms, printed as one line of JSON.

BENCH_SIDE: "twinstack", or the path of CPython's own python-gdb.py. BENCH_PYTHON: the Python to debug.
Each time is taken as after a new stop: what GDB and the helpers have kept is dropped before."""
import json
import os
import pathlib
import statistics
import sys
import time

import gdb

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAIN = ROOT / "bench" / "workload" / "main.py"
ROUNDS = 7
PAGE = 500
SETTINGS = ("pagination off", "confirm off", "auto-load no", "breakpoint pending on", "print thread-events off", "width 0")


def run_to_stop(*arguments):
    gdb.execute(f"run {MAIN} {' '.join(arguments)} > /dev/null", to_string=True)


def cpu(action, forget=lambda: None, rounds=ROUNDS):
    """The median processor time of `action` in ms."""
    times = []
    for _ in range(rounds):
        gdb.invalidate_cached_frames()
        forget()
        began = time.process_time()
        action()
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


def py_bt():
    gdb.execute("py-bt", to_string=True)


def original(script):
    gdb.execute(f"source {script}")
    run_to_stop("recursion", "1000")
    return {"py-bt of 1,000 frames": cpu(py_bt, rounds=2)}


def twinstack():
    sys.path.insert(0, str(ROOT / "python-helpers"))
    from twinstack import commands, console, session

    def ask(name, **arguments):
        return commands.answer(name, json.dumps(arguments))

    def frames(count):
        for start in range(0, count, PAGE):
            ask("stack", thread=1, start=start, count=min(PAGE, count - start))

    def after_a_stop(action):
        return cpu(action, session.end_generation)

    console.open()
    run_to_stop("recursion", "1000")
    found = {"1,000 merged frames": after_a_stop(lambda: frames(1000)), "py-bt of 1,000 frames": after_a_stop(py_bt)}
    run_to_stop("recursion", "10000")
    found["10,000 merged frames"] = after_a_stop(lambda: frames(10000))
    found["top 20 of 10,000 frames"] = after_a_stop(lambda: frames(20))
    run_to_stop("list")
    numbers = hex(int(gdb.parse_and_eval("(unsigned long)thing")))
    found["1,000 of 1,000,000 items"] = after_a_stop(lambda: ask("children", object=numbers, filter="indexed", start=500000, count=1000))
    return found


def main():
    for setting in SETTINGS:
        gdb.execute("set " + setting)
    gdb.execute("file " + os.environ["BENCH_PYTHON"])
    gdb.Breakpoint("stop", internal=True).silent = True
    side = os.environ["BENCH_SIDE"]
    print("\n" + json.dumps(twinstack() if side == "twinstack" else original(side)))


main()
