"""Works under a tool of the user's, which the second argument names, and writes what that has seen."""

import sys
import threading

TOOL = sys.argv[2]


def add(a, b):
    total = a + b  # @sum
    return total  # @return


def never():
    return 0  # @never


def work():
    total = 0  # @first
    for number in range(3):
        total = add(total, number)  # @adding
    thread = threading.Thread(target=add, args=(1, 1))
    thread.start()
    thread.join()
    return total  # @total


def traced(calls):
    def trace(frame, event, value):
        calls.append(frame.f_code.co_name)

    return trace


def covered():
    import coverage

    found = coverage.Coverage(data_file=None, include=[__file__])
    found.start()
    work()
    found.stop()
    return sorted(found.get_data().lines(__file__))


def profiled():
    import cProfile

    profile = cProfile.Profile()
    profile.runcall(work)
    profile.create_stats()
    return sorted((name, stats[1]) for (file, _, name), stats in profile.stats.items() if file == __file__)


def counted(setting, unset=None):
    """The functions of the program that are told to what is set so."""
    calls = []
    setting(traced(calls))
    work()
    setting(unset)
    return [name for name in calls if name in ("add", "work")]


TOOLS = {
    "coverage": covered,
    "cProfile": profiled,
    "setprofile": lambda: counted(sys.setprofile),
    "settrace": lambda: counted(sys.settrace),
    "threading.settrace": lambda: counted(threading.settrace),
}
seen = TOOLS[TOOL]()
print(seen)
work()
with open(sys.argv[1], "w") as file:
    file.write(repr(seen))
