"""Writes down what it can see of itself, to the file of the first argument: at its beginning, after it has worked, and when the file of the
second argument is there."""

import collections
import gc
import json
import os
import re
import resource
import signal
import sys
import threading
import time
import warnings

OF_LIBC = 3 << 31  # bits of the signals 32 and 33, which it uses itself
received = []
records = {}


class Item:
    def __init__(self, number):
        self.number = number


items = [Item(number) for number in range(10)]


def note(number, frame):
    received.append(signal.Signals(number).name)


def depth(reached=1):
    try:
        return depth(reached + 1)
    except RecursionError:
        return reached


def work():
    total = 0
    for item in items:
        total += item.number  # @add
    return total  # @sum


def signals():
    """An alarm, a child's end, and one that is sent."""
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    while "SIGALRM" not in received:
        time.sleep(0.001)
    child = os.fork()
    if not child:
        os._exit(3)
    received.append(os.WEXITSTATUS(os.waitpid(child, 0)[1]))
    os.kill(os.getpid(), signal.SIGUSR1)


def status():
    """Masks and dispositions of signals, as the kernel has them."""
    with open("/proc/thread-self/status") as file:
        fields = dict(line.strip().partition(":")[::2] for line in file)
    return {name: hex(int(fields[name], 16) & ~OF_LIBC) for name in ("SigPnd", "ShdPnd", "SigBlk", "SigIgn", "SigCgt")}


def tracked():
    compile("0", "", "eval")  # which makes the classes of ast, once
    gc.collect()
    return collections.Counter(type(each).__name__ for each in gc.get_objects())


def tools():
    """Those of sys.monitoring."""
    monitoring = getattr(sys, "monitoring", None)
    return {number: monitoring.get_tool(number) for number in range(6)} if monitoring else {}


def seen():
    """{what: {of which: value}}"""
    hooks = "gettrace getprofile getswitchinterval getrecursionlimit get_asyncgen_hooks get_coroutine_origin_tracking_depth".split()
    return {
        "handler": {each.name: signal.getsignal(each) for each in signal.Signals},
        "mask": dict(status(), blocked=signal.pthread_sigmask(signal.SIG_BLOCK, [])),
        "received": {"signals": list(received)},
        "hook": dict(
            {name: getattr(sys, name)() for name in hooks},
            excepthook=sys.excepthook is sys.__excepthook__,
            displayhook=sys.displayhook is sys.__displayhook__,
            breakpointhook=sys.breakpointhook is sys.__breakpointhook__,
            in_threads=(threading._trace_hook, threading._profile_hook),
            importing=(sys.meta_path, sys.path_hooks),
        ),
        "monitoring": tools(),
        "depth": {"of recursion": depth()},
        "references": {each.__name__: sys.getrefcount(each) for each in (Item, work, depth, note, seen, os, json)},
        "references of code": {each.__name__: sys.getrefcount(each.__code__) for each in (work, depth, note, seen)},
        "references of items": {"items": sys.getrefcount(items), "each": [sys.getrefcount(each) for each in items]},
        "module": dict.fromkeys(sys.modules, True),
        "attribute of sys": dict.fromkeys(vars(sys), True),
        "built-in": dict.fromkeys(vars(sys.modules["builtins"]), True),
        "global": {name: type(value) for name, value in globals().items()},
        "descriptor": {name: target(name) for name in os.listdir("/proc/self/fd")},
        "thread": {"names": [each.name for each in threading.enumerate()], "count": len(os.listdir("/proc/self/task"))},
        "environment": dict(os.environ),
        "interpreter": {name: getattr(sys, name, None) for name in "argv orig_argv path flags warnoptions executable _xoptions".split()},
        "process": {"directory": os.getcwd(), "niceness": os.nice(0), "processors": os.sched_getaffinity(0), "personality": personality()},
        "limit": {name: resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name.startswith("RLIMIT_")},
        "collector": {"is on": gc.isenabled(), "thresholds": gc.get_threshold(), "callbacks": gc.callbacks, "flags": gc.get_debug()},
        "warnings": {"filters": warnings.filters},
        "tracked": tracked(),
    }


def target(descriptor):
    try:
        return os.readlink("/proc/self/fd/" + descriptor)
    except FileNotFoundError:
        return "that of the list itself"


def personality():
    with open("/proc/self/personality") as file:
        return file.read().strip()


def text(value):
    """Without addresses."""
    return re.sub(" at 0x[0-9a-f]+", "", repr(value))


def record(when):
    records[when] = {what: {str(name): text(value) for name, value in found.items()} for what, found in seen().items()}


for number in (signal.SIGALRM, signal.SIGCHLD, signal.SIGUSR1):
    signal.signal(number, note)
record("begin")
print("sum", work(), flush=True)  # @module
signals()
warnings.warn("as it must")
record("worked")
print("worked", flush=True)
while len(sys.argv) > 2 and not os.path.exists(sys.argv[2]):
    time.sleep(0.005)  # @wait
record("end")
with open(sys.argv[1], "w") as file:
    json.dump(records, file)
sys.exit("the end")
