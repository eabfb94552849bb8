"""The programs of the native tests: compiled once per test run, lines found by their marks."""

import atexit
import os
import shutil
import subprocess
import tempfile

SOURCES = os.path.dirname(os.path.abspath(__file__))
BUILT = tempfile.mkdtemp(prefix="twinstack-tests-")
atexit.register(shutil.rmtree, BUILT, ignore_errors=True)


def source(name):
    return os.path.join(SOURCES, name)


def line(name, mark):
    """The number of the line marked ``@mark`` in a comment."""
    with open(source(name)) as lines:
        return next(number for number, text in enumerate(lines, 1) if "@" + mark in text)


def build(name, *options, output=None, path=None):
    """Compile programs/NAME (or the copy at ``path``) with -g -O0; the path of the result."""
    made = os.path.join(BUILT, output or os.path.splitext(name)[0])
    if not os.path.exists(made):
        compiler = ["g++", "-std=gnu++17"] if name.endswith(".cpp") else ["gcc"]  # g++ before 11 is of C++14
        subprocess.check_call([*compiler, "-g", "-O0", "-w", path or source(name), "-o", made, *options, "-ldl"])
    return made


def library(name, *options, **more):
    return build(name, "-shared", "-fPIC", *options, output=os.path.splitext(name)[0] + ".so", **more)


def headers(python):
    """The directory with a Python's headers."""
    show = "import sysconfig; print(sysconfig.get_path('include'))"
    return subprocess.check_output([python, "-c", show]).decode().strip()


def python():
    """The python3 of PATH: its executable (no wrapper script) and its headers' directory."""
    show = "import os, sys, sysconfig; print(os.path.realpath(sys.executable)); print(sysconfig.get_path('include'))"
    return subprocess.check_output(["python3", "-c", show]).decode().split()


def calling(source):
    """The command of a Python that imports the extension module of a source, and calls its ``call`` with a list."""
    executable, include = python()
    library(source, "-I" + include)
    name = os.path.splitext(source)[0]
    return [executable, "-c", "import sys; sys.path.insert(0, %r); import %s; %s.call([1, 'two'])" % (BUILT, name, name)]
