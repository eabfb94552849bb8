"""What reading CPython costs GDB itself, beside CPython's own python-gdb.py, as a Markdown table with the limits."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from program import PYTHON
from raw_python_side import libpython
from report import number

HERE = pathlib.Path(__file__).resolve().parent
HELPERS = HERE.parent / "python-helpers"
LIMITS = {
    "1,000 merged frames": 5, "10,000 merged frames": 40, "top 20 of 10,000 frames": 20, "1,000 of 1,000,000 items": 3,
}
PY_BT = "py-bt of 1,000 frames"
CORE_ROUNDS = 3
QUIET = ("-iex", "set auto-load no", "-iex", "set confirm off")
FIRST_STACK = f"python import sys; sys.path.insert(0, '{HELPERS}'); from twinstack import commands; commands.answer('stack', '{{\"thread\": 1}}')"


def print_figures(gdb):
    ours, original = inside(gdb, "twinstack"), inside(gdb, libpython())
    print("\n| processor time in GDB | limit | Twinstack | python-gdb.py |\n|---|---:|---:|---:|")
    for name, limit in LIMITS.items():
        print(f"| {name}, ms | {limit} | {held(ours[name], limit)} | – |")
    before = original.get(PY_BT)
    limit = before / 50 if before else None
    print(f"| {PY_BT}, ms | {number(limit)} | {held(ours[PY_BT], limit)} | {number(before)} |")
    if before is None:
        print(f"\n{sys.executable} has no python-gdb.py beside it, so that {PY_BT} is compared with nothing.\n")
    print_core(gdb)


def held(value, limit):
    """A figure; it says so when it is over its limit."""
    return number(value) if limit is None or value <= limit else f"**{number(value)}, over**"


def inside(gdb, side):
    """What inside_gdb.py measured on one side; nothing where there is no such side."""
    if side is None:
        return {}
    environment = {**os.environ, "BENCH_SIDE": side, "BENCH_PYTHON": sys.executable}
    done = subprocess.run([gdb, "-nx", "-q", "-batch", *QUIET, "-x", str(HERE / "inside_gdb.py")],
                          env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        raise RuntimeError(f"{side}: {done.stdout[-2000:]}{done.stderr[-2000:]}") from None


def print_core(gdb):
    """A core of a process with 1,000,000 objects: processor time of a GDB that opens it and shows 20 native frames,
    and of one that loads the helpers and makes the merged stack's first page."""
    with tempfile.TemporaryDirectory() as directory:
        core = os.path.join(directory, "core")
        subprocess.run([gdb, "-nx", "-q", "-batch", *QUIET, "-iex", "set breakpoint pending on", "-ex", "break stop",
                        "-ex", f"run {' '.join(PYTHON.arguments('list'))}", "-ex", f"generate-core-file {core}", "-ex", "kill", sys.executable],
                       stdin=subprocess.DEVNULL, capture_output=True, check=True)
        raw, ours = ([], [])
        for _ in range(CORE_ROUNDS):
            raw.append(opening(gdb, core, "backtrace 20"))
            ours.append(opening(gdb, core, FIRST_STACK))
        floor, value = statistics.median(raw), statistics.median(ours)
        print(f"| a core of 1,000,000 objects to the first stack, ms (raw GDB: {number(floor)}) | {number(1.5 * floor)} | {held(value, 1.5 * floor)} | – |")


def opening(gdb, core, command):
    """Processor time of one GDB from start to end, in ms."""
    process = subprocess.Popen([gdb, "-nx", "-q", "-batch", *QUIET, "-ex", command, sys.executable, core],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"GDB could not open {core}")
    return (usage.ru_utime + usage.ru_stime) * 1000
