"""What is measured. A workload takes a side that is not started yet and returns {metric: [values]}."""
import time

STOPS = 15
STEPS = 500
OUTPUT_BYTES = 500_000 * 99


def milliseconds(action):
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def first_screens(side):
    """Start-up, and the first screen of stops: threads, the top 20 frames, and the variables of the newest."""
    started = side.start("stops", "stop")
    memory = side.own_rss()
    return {
        "start to first answer, ms": [started["start"]],
        "start to first stop, ms": [started["first stop"]],
        "own memory at the first stop, MiB": [memory],
        "first screen of the first stop, ms": [milliseconds(side.screen)],
        "first screen of a later stop, ms": at_later_stops(side, side.screen),
        "first screen with Python frames, ms": at_later_stops(side, side.merged_screen) if side.load_python_frames() else [],
    }


def at_later_stops(side, action):
    times = []
    for _ in range(STOPS):
        side.resume_to_stop()
        times.append(milliseconds(action))
    return times


def deep_stack(side):
    """A stack of 10,000 merged frames, Python and C alternating: its top 20, and all of it."""
    side.start("deep", "stop")
    return {
        "top 20 of 10,000 frames, ms": [milliseconds(side.top20)],
        "the same again, ms": [milliseconds(side.top20)],
        "all 10,000 frames, ms": [milliseconds(side.python_frames)] if side.load_python_frames() else [],
    }


def long_list(side):
    side.start("list", "stop")
    side.open_list()
    return {"first 100 of 1,000,000 items, ms": [milliseconds(side.list_page)]}


def steps(side):
    side.start("steps", "spin")
    side.clear_breakpoints()
    return {"one step of 500, ms": [milliseconds(side.step) for _ in range(STEPS)]}


def output(side):
    """50 MB of output: until the client has it all, and what that costs the process in between."""
    side.start("output", "stop")
    memory, cpu = side.own_rss(), side.own_cpu()
    counted = []
    elapsed = milliseconds(lambda: counted.append(side.run_out()))
    if counted[0] < OUTPUT_BYTES:
        raise AssertionError(f"{side.name}: {counted[0]} of {OUTPUT_BYTES} bytes of output came")
    return {
        "50 MB of output, ms": [elapsed],
        "50 MB of output: own CPU, ms": [side.own_cpu() - cpu],
        "50 MB of output: own memory grows by, MiB": [side.own_rss() - memory],
    }


ALL = {"stops": first_screens, "deep": deep_stack, "list": long_list, "steps": steps, "output": output}
