"""Runs inside a Debian: the helpers' tests on each of its Pythons, the tests of native code, the demo through the adapter, sessions on a free-threaded CPython
and in its editors, and core files of its systemd.
As many checks at a time as there are processors. What fails is tried once more, alone; what passes then is listed as flaked at the end, and is a defect to mend
all the same. Exit status 1 when one fails twice.

SUITE names the Debian in the report."""
import concurrent.futures
import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HELPERS = ROOT / "python-helpers"
NATIVE = HELPERS / "tests" / "native"
EDITORS = ROOT / "clients" / "tests"
EXAMPLE = ROOT / "test-programs" / "example"
MINUTES = 10  # that one check may take
TOLD_LINES = 80  # of a check that fails
UNSTEADY_WITHOUT_GIL = {
    "test_agent_tools",  # cProfile of CPython 3.13 races between threads: it hangs, or loses a call
    "test_agent_alone",  # that of frames of another interpreter has failed in one run of seven; why is not known
}
OF_FREE_THREADED = (
    *sorted({path.stem for path in (HELPERS / "tests" / "cpython").glob("test_agent_*.py")} - UNSTEADY_WITHOUT_GIL),
    *("test_awaiting", "test_console", "test_core", "test_identify", "test_interpreters", "test_memory_facts", "test_objects", "test_scopes", "test_tasks"),
)
LONG = {"TWINSTACK_STOPS": "300", "TWINSTACK_FUZZ": "12"}  # random stops and seeds of damage for each Python


def main():
    tell(f"GDB {version('gdb')}")
    if not free_threaded():
        tell("no free-threaded CPython, so nothing was tested on one")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as processors:
        failed = [check for check, passed in processors.map(lambda check: (check, passes(*check)), list(checks())) if not passed]
    flaked = [check for check in failed if passes(*check)]
    for name, *_ in flaked:
        tell(f"{name}: FLAKED, it failed beside others and passed alone")
    return 0 if len(flaked) == len(failed) else 1


def passes(name, command, variables):
    """Runs a check and tells how it went."""
    began = time.monotonic()
    report = failure(command, variables)
    word = "FAILED" if report else "passed"
    tell(f"{name}: {word} in {time.monotonic() - began:.0f} s{chr(10) * bool(report)}{report or ''}")
    return report is None


def tell(text):
    print(f"{os.environ.get('SUITE', 'this machine')}: {text}", flush=True)


def checks():
    """(name, command, environment) of each check."""
    for python in pythons():
        yield from of_python(f"Python {version(python)}", python, LONG)
    for python in free_threaded():
        named = f"free-threaded Python {version(python)}"
        yield from of_python(named, python, {"TWINSTACK_TESTS": " ".join(OF_FREE_THREADED)})
        yield f"{named}: sessions", [sys.executable, "-B", str(HERE / "free_threaded.py"), python], {}
    yield from modules("native code", NATIVE)
    if shutil.which("hx"):
        yield from modules("editor", EDITORS)
    yield "systemd's core files", [sys.executable, "-B", str(HERE / "systemd_core.py")], {}


def of_python(named, python, amounts):
    """The helpers' tests, with symbols and without, and the demo."""
    for strip in ("", "1"):
        yield (f"{named}{', stripped' * bool(strip)}: helpers",
               ["gdb", "-nx", "-q", "-batch", "-x", str(HELPERS / "tests" / "run.py")],
               {"TWINSTACK_PYTHON": python, "TWINSTACK_STRIP": strip, **amounts})
    yield f"{named}: demo", ["sh", "-ec", f"{EXAMPLE}/build.sh {python}; exec {python} {ROOT}/demo/demo.py"], {}


def modules(what, directory):
    """A check for each module of tests in a directory."""
    for module in sorted(path.stem for path in directory.glob("test_*.py")):
        yield f"{what}: {module}", ["env", "-C", str(directory), sys.executable, "-B", "-m", "unittest", module], {}


def pythons():
    """The Pythons of this Debian that Twinstack has a table for, oldest first."""
    found = [path for path in glob.glob("/usr/bin/python3.*") if re.fullmatch(r".*/python3\.\d+", path) and has_table(path)]
    return sorted(found, key=lambda path: int(path.rpartition(".")[2]))


def free_threaded():
    """The free-threaded Pythons that free_threaded.sh has built here; none where no source of them was had."""
    return glob.glob("/usr/local/bin/python3.*t")


def has_table(python):
    minor = python.rpartition("/python")[2]
    return any(HELPERS.glob(f"twinstack/cpython/layouts/{minor}-*.json"))


def version(program):
    """The first number with a point that the program's --version prints last."""
    first_line = subprocess.check_output([program, "--version"], text=True).splitlines()[0]
    return first_line.split()[-1]


def failure(command, variables):
    """What a check that fails, or takes too long, has printed; None of one that passes."""
    environment = {name: value for name, value in {**os.environ, **variables}.items() if value}
    try:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, errors="replace", timeout=60 * MINUTES, check=False)
    except subprocess.TimeoutExpired as late:
        return f"{(late.stdout or b'').decode(errors='replace')}\nIt was ended after {MINUTES} minutes."
    return "\n".join(done.stdout.splitlines()[-TOLD_LINES:]) if done.returncode else None


if __name__ == "__main__":
    sys.exit(main())
