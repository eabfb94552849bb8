"""The Python that the tests debug, and a test case that stops a program in it."""

import atexit
import functools
import glob
import json
import os
import resource
import shutil
import subprocess
import tempfile
import time
import unittest

import gdb

from twinstack import commands

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")
CHECKPOINT = "checkpoint_reached"  # the C function of probe.c in which programs are stopped
SECONDS = 30  # for one answer, whatever memory holds; a hang takes longer
DESCRIBE = """
import json, os, sys, sysconfig
library = os.path.join(sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME"))
print(json.dumps({"version": list(sys.version_info[:2]), "executable": sys.executable,
    "jit": hasattr(sys, "_jit") and sys._jit.is_available(),
    "debug": bool(sysconfig.get_config_var("Py_DEBUG")),
    "flavour": "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else "",
    "include": sysconfig.get_path("include"), "prefix": sys.prefix,
    "suffix": sysconfig.get_config_var("EXT_SUFFIX"),
    "library": library if library.endswith(".so.1.0") and os.path.exists(library) else ""}))
"""


@functools.lru_cache()
def scratch():
    """A directory for this run."""
    directory = tempfile.mkdtemp(prefix="twinstack-tests-")
    atexit.register(shutil.rmtree, directory, True)
    return directory


@functools.lru_cache()
def python():
    """What the Python says of itself: "version", "executable", "include", "suffix", ..."""
    program = os.environ.get("TWINSTACK_PYTHON", "python3")
    described = json.loads(subprocess.check_output([program, "-I", "-c", DESCRIBE]).decode())
    return stripped(described) if os.environ.get("TWINSTACK_STRIP") else described


def version():
    return tuple(python()["version"])


def table():
    """The name of this Python's layout table: "3.14t"."""
    return "%d.%d" % version() + python()["flavour"]


def free_threaded():
    return python()["flavour"] == "t"


def shown(qualname):
    """A function's name as its frames show it: before CPython 3.11 they know no qualified one."""
    return qualname if version() >= (3, 11) else qualname.rpartition(".")[2]


def stripped(described):
    """The same with copies of the program and its library that have no symbols."""
    copies = [described["executable"]] + [described["library"]] * bool(described["library"])
    for file in copies:
        copy = os.path.join(scratch(), os.path.basename(file))
        subprocess.check_call(["strip", "--strip-all", "-o", copy, os.path.realpath(file)])
        os.chmod(copy, 0o755)
    return dict(described, executable=os.path.join(scratch(), os.path.basename(copies[0])))


@functools.lru_cache()
def extension():
    """The directory of the extension module ``probe``, built for this Python."""
    return build_extension("probe", "-O1", "-fno-optimize-sibling-calls", "-pthread")


def build_extension(name, *options, source=None):
    """Build an extension module of PROGRAMS, or of another source, for this Python; its directory."""
    target = os.path.join(scratch(), name + python()["suffix"])
    subprocess.check_call(
        ["gcc", "-g", "-shared", "-fPIC", *options]
        + ["-I" + python()["include"], "-o", target, source or os.path.join(PROGRAMS, name + ".c")]
    )
    return scratch()


def environment():
    """GDB's commands for the program's environment."""
    return [
        "set environment PYTHONPATH " + extension(),
        "set environment PYTHONHOME " + python()["prefix"],
        "set environment LD_LIBRARY_PATH " + scratch(),
        "set environment PYTHONDONTWRITEBYTECODE 1",
        "set environment PYTHONHASHSEED 1",  # objects lie at the same places in each run
    ]


@functools.lru_cache()
def embedding():
    """The program embedding.c, linked with this Python's library."""
    library, target = python()["library"], os.path.join(scratch(), "embedding")
    subprocess.check_call(
        ["gcc", "-g", "-I" + python()["include"], os.path.join(PROGRAMS, "embedding.c"), library]
        + ["-o", target, "-Wl,-rpath," + os.path.dirname(library)]
    )
    return target


def start(program, *arguments):
    """Run a program of PROGRAMS until it reaches its checkpoint."""
    run(python()["executable"], os.path.join(PROGRAMS, program), *arguments)


def run(executable, *arguments):
    """Run an executable until it reaches a checkpoint."""
    end()
    for setting in environment():
        gdb.execute(setting)
    gdb.execute("set cwd " + scratch())
    gdb.execute("file " + executable, to_string=True)
    gdb.Breakpoint(CHECKPOINT, internal=True).silent = True
    quoted = " ".join('"%s"' % each for each in arguments)
    gdb.execute("run %s > /dev/null" % quoted, to_string=True)


def dumped_by_gdb():
    """The path of a core file that GDB writes of the program."""
    core = os.path.join(scratch(), "core-of-gdb")
    gdb.execute("generate-core-file " + core, to_string=True)
    return core


def kernel_dumps():
    """Does the kernel write core files where the program runs? core(5)"""
    with open("/proc/sys/kernel/core_pattern") as pattern:
        return pattern.read().strip() == "core" and resource.getrlimit(resource.RLIMIT_CORE)[1] != 0


def dumped_by_kernel():
    """The path of the core file that the program leaves as its selected thread dies of SIGABRT."""
    process, limit = gdb.selected_inferior().pid, resource.RLIM_INFINITY
    resource.prlimit(process, resource.RLIMIT_CORE, (limit, limit))
    for core in cores():
        os.remove(core)
    gdb.execute("queue-signal SIGABRT")
    gdb.execute("detach", to_string=True)
    await_end(process)
    return cores()[0]


def await_end(process):
    """Until a process that GDB started has ended, 20 seconds at most."""
    for _ in range(400):
        try:
            os.waitpid(process, os.WNOHANG)
        except ChildProcessError:  # GDB has done it
            return
        time.sleep(0.05)
    raise TimeoutError("process %d does not end" % process)


def cores():
    return glob.glob(os.path.join(scratch(), "core")) + glob.glob(os.path.join(scratch(), "core.*"))


def end():
    """End the program, if there is one."""
    if gdb.selected_inferior().pid:
        gdb.execute("kill", to_string=True)
    gdb.execute("delete", to_string=True)
    for breakpoint in gdb.breakpoints() or ():
        breakpoint.delete()


def ask(name, **arguments):
    """The whole reply of an operation."""
    return json.loads(commands.answer(name, json.dumps(arguments)))


def line(program, mark):
    """"FILE:N" of the line of one of PROGRAMS that carries a mark."""
    with open(os.path.join(PROGRAMS, program), encoding="utf-8") as source:
        return next("%s:%d" % (program, n) for n, text in enumerate(source, 1) if "# @" + mark in text)


class Debugged(unittest.TestCase):
    """A test of a program that stands at its checkpoint; started once for the class."""

    PROGRAM = None
    ARGUMENTS = ()
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        start(cls.PROGRAM, *cls.ARGUMENTS)

    @classmethod
    def tearDownClass(cls):
        end()

    def result(self, name, **arguments):
        """The result of an operation that must not fail."""
        reply = ask(name, **arguments)
        if "error" in reply:
            self.fail("%s: %s\n%s" % (name, reply["error"]["message"], reply["error"].get("trace")))
        return reply["result"]

    def answered(self, name, **arguments):
        """The result, or {} where the answer is a sentence for the user; both in time."""
        before = time.perf_counter()
        reply = ask(name, **arguments)
        self.assertLess(time.perf_counter() - before, SECONDS, name)
        if "error" in reply:
            self.assertIn(reply["error"]["kind"], ("user", "stale"), reply)
        return reply.get("result", {})

    def error(self, name, **arguments):
        """The error of an operation that must fail."""
        reply = ask(name, **arguments)
        self.assertIn("error", reply)
        return reply["error"]

    def thread(self):
        """The number of the thread that reached the checkpoint."""
        return gdb.selected_thread().global_num

    def frames(self, thread=None):
        """All frames of a thread's merged stack."""
        found, more = [], True
        while more:
            page = self.result("stack", thread=thread or self.thread(), start=len(found), count=500)
            found, more = found + page["frames"], page["more"]
        return found

    def python_frame(self, name):
        """The newest Python frame of this qualified name in the stopped thread."""
        for frame in self.frames():
            if frame["kind"] == "python" and frame["name"] == shown(name):
                return frame["frame"]
        self.fail("no Python frame %s" % name)

    def locals(self, name):
        """{name: VARIABLE} of the locals of the newest frame of this qualified name, those in
        groups included."""
        return {each["name"]: each for each in self.scope("locals", self.python_frame(name))}

    def scope(self, operation, frame, **page):
        """The VARIABLEs of the locals or globals of a frame, groups replaced by what is in them."""
        where = dict(page, frame=frame, **({"thread": self.thread()} if operation == "locals" else {}))
        for variable in self.result(operation, **where)["variables"]:
            if "group" in variable:
                yield from self.result(operation, group=variable["group"], **where)["variables"]
            else:
                yield variable

    def children(self, variable, **page):
        """The VARIABLEs that one opens into."""
        return self.result("children", object=variable["object"], **page)["variables"]


class Dumped(Debugged):
    """A test of a program that stood at its checkpoint, as a core file; the process is gone."""

    DUMP = staticmethod(dumped_by_gdb)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.alive = ask("threads")["result"]
        core = cls.DUMP()
        end()
        gdb.execute("core-file " + core, to_string=True)

    @classmethod
    def tearDownClass(cls):
        gdb.execute("core-file", to_string=True)
        gdb.execute("file", to_string=True)  # or GDB 13 misses breakpoints in the next program


class Telling(Debugged):
    """One of a program that writes what it knows itself, as JSON, to the file of its first argument."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with open(cls.ARGUMENTS[0]) as file:
            cls.truth = json.load(file)
