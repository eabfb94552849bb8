"""What is measured of a Python program. A workload takes a side that is not started yet and yields (row, value)."""
import time

from program import PYTHON
from sides import Refused

STOPS = 15
STEPS = 500
OUTPUT_BYTES = 500_000 * 99


def milliseconds(action):
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def first_screens(side):
    """Start-up, and the first screen of stops: threads, the top 20 frames, and the variables of the newest."""
    yield from starts(side, PYTHON)
    if side.load_python_frames():
        yield from at_later_stops(side, "first screen with Python frames, ms", side.merged_screen)


def starts(side, program):
    started = side.start(program, "stops", "stop")
    yield "start to first answer, ms", started["start"]
    yield "start to first stop, ms", started["first stop"]
    yield "own memory at the first stop, MiB", side.own_rss()
    yield "first screen of the first stop, ms", milliseconds(side.screen)
    yield from at_later_stops(side, "first screen of a later stop, ms", side.screen)


def at_later_stops(side, row, action):
    for _ in range(STOPS):
        side.resume_to_stop()
        yield row, milliseconds(action)


def deep_stack(side):
    """A stack of 10,000 merged frames, Python and C alternating: its top 20, and all of it."""
    side.start(PYTHON, "deep", "stop")
    yield "top 20 of 10,000 frames, ms", milliseconds(side.top20)
    yield "the same again, ms", milliseconds(side.top20)
    if side.load_python_frames():
        yield "all 10,000 frames, ms", milliseconds(side.python_frames)


def long_list(side):
    side.start(PYTHON, "list", "stop")
    side.open_variable("thing")
    yield "first 100 of 1,000,000 items, ms", milliseconds(lambda: side.array_page(100))


def steps(side):
    side.start(PYTHON, "steps", "spin")
    side.set_breakpoints(PYTHON.source, [])
    for _ in range(STEPS):
        yield "one step of 500, ms", milliseconds(side.step)


def output(side, program=PYTHON, mark="stop"):
    """50 MB of output: until the client has it all, and what that costs the process in between."""
    side.start(program, "output", mark)
    memory, cpu = side.own_rss(), side.own_cpu()
    counted = []
    elapsed = milliseconds(lambda: counted.append(side.run_out()))
    yield "50 MB of output, ms", elapsed
    yield "50 MB of output: own CPU, ms", side.own_cpu() - cpu
    yield "50 MB of output: own memory grows by, MiB", side.own_rss() - memory
    if counted[0] < OUTPUT_BYTES:
        raise Refused(f"{counted[0]:,} of {OUTPUT_BYTES:,} bytes of output came")


ALL = {"stops": first_screens, "deep": deep_stack, "list": long_list, "steps": steps, "output": output}
