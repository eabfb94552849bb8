"""What is measured of a native program. A workload takes a side that is not started yet and yields (row, value)."""
import subprocess
import time

from program import CORE, LATE_LINES, LINES, NATIVE, lines_of_many
from sides import Breakpoint, Refused
import workloads
from workloads import STEPS, milliseconds, starts

CONDITIONS = 20_000
LOGS = 2_000
THREADS = 200


def first_screens(side):
    """Start-up, and the first screen of stops: threads, the top 20 frames, and the variables of the newest."""
    yield from starts(side, NATIVE)


def steps(side):
    side.start(NATIVE, "spin", "spin")
    for _ in range(STEPS):
        yield "one step of 500, and the screen after it, ms", milliseconds(lambda: (side.step(), side.screen()))


def conditions(side):
    side.start(NATIVE, "spin", "spin")
    side.set_breakpoints(NATIVE.source, [Breakpoint(NATIVE.line_of("every"), "i == -1"), Breakpoint(NATIVE.line_of("after"))])
    yield "a false condition, of 20,000, µs", milliseconds(side.resume_to_stop) * 1000 / CONDITIONS


def logs(side):
    side.start(NATIVE, "log", "log")
    side.set_breakpoints(NATIVE.source, [Breakpoint(NATIVE.line_of("each"), log="i"), Breakpoint(NATIVE.line_of("logged"))])
    yield "a log point, of 2,000, µs", milliseconds(side.resume_to_stop) * 1000 / LOGS
    logged = side.logged()
    if len(logged) != LOGS or f"i={LOGS - 1}" not in logged:
        raise Refused(f"{len(logged)} of {LOGS} lines came, the last of them {logged[-1] if logged else 'none'}")


def array(side):
    side.start(NATIVE, "array", "array")
    side.open_variable("numbers")
    yield "first 100 of 1,000,000 ints, ms", milliseconds(lambda: side.array_page(100))


def strings(side):
    side.start(NATIVE, "strings", "strings")
    side.open_variable("strings")
    yield "first 100 of 10,000 strings in a vector, ms", milliseconds(lambda: side.container_page(100))
    yield "all 10,000 strings, ms", milliseconds(lambda: side.container_page(10_000))


def threads(side):
    side.start(NATIVE, "threads", "threads")
    stacks = []
    yield "200 threads and a page of each stack, ms", milliseconds(lambda: stacks.append(side.all_stacks()))
    yield "the same again, ms", milliseconds(lambda: stacks.append(side.all_stacks()))
    if any(len(each) < THREADS for each in stacks):
        raise Refused(f"{len(stacks[0])} of {THREADS} threads came first, {len(stacks[1])} the second time")


def breakpoints(side):
    side.start(NATIVE, "lines", "lines")
    wanted = [Breakpoint(line) for line in lines_of_many()]
    verified = []
    yield "500 breakpoints in one file, ms", milliseconds(lambda: verified.append(side.set_breakpoints(LINES, wanted)))
    wanted[250] = Breakpoint(wanted[250].line, "rounds == 7")
    yield "a change of one of the 500, ms", milliseconds(lambda: side.set_breakpoints(LINES, wanted))
    if verified != [len(wanted)]:
        raise Refused(f"{verified[0]} of {len(wanted)} are verified")


def libraries(side):
    """Many breakpoints in what is loaded late, while other libraries come."""
    side.start(NATIVE, "libraries", "libraries")
    side.set_breakpoints(LATE_LINES, [Breakpoint(line) for line in lines_of_many()])
    yield "500 breakpoints in a library that comes after 60 others, ms", milliseconds(side.resume_to_stop)


def output(side):
    yield from workloads.output(side, NATIVE, "output")


def attach(side):
    """To a running program that soon meets a breakpoint."""
    process = subprocess.Popen([NATIVE.executable, "tick"], stdout=subprocess.DEVNULL)
    try:
        yield from openings(side, "attach", "at a breakpoint", lambda: side.attach(NATIVE, process.pid, "tick"))
    finally:
        side.close()
        process.kill()
        process.wait()


def core(side):
    yield from openings(side, "core file", "in it", lambda: side.open_core(NATIVE, CORE))


def openings(side, what, where, action):
    """With the start, and without it, which is the same at every beginning of a session."""
    began = time.perf_counter()
    action()
    side.top20()
    ended = time.perf_counter()
    yield f"{what}: from the start to the first stack {where}, ms", (ended - began) * 1000
    yield f"{what}: the same from the first answer on, ms", (ended - side.answered) * 1000


ALL = {
    "stops": first_screens, "steps": steps, "conditions": conditions, "logs": logs, "array": array, "strings": strings,
    "threads": threads, "breakpoints": breakpoints, "libraries": libraries, "output": output, "attach": attach, "core": core,
}
