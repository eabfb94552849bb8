#!/usr/bin/env python3
"""Generate the layout table of one CPython:

    make_layout.py PYTHON|HEADERS [--flavour t] [--architecture aarch64] [--dwarf ELF] [--into DIR]

Of the interpreter PYTHON with its headers installed, or of a directory HEADERS that holds
Python.h, such as /usr/include/python3.14 below any root: layout.c is compiled against them (3.8 and
later). ``--flavour t`` is the free-threaded build, ``--architecture`` another one than this
machine's; both also with the headers of the ordinary build. With --dwarf the structs come from
the debug information of ELF instead (a libpython built with -g, or a detached debug file). What no
header has comes from private_structs.c either way. The table says in "source" which of these it is
from; from the same source the same table is made, byte by byte. Needs gcc and a gdb with Python; for another
architecture its cross compiler (gcc-aarch64-linux-gnu) and gdb-multiarch. The table goes to
DIR/VERSION[FLAVOUR]-ARCHITECTURE.json; DIR is twinstack/cpython/layouts.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LAYOUTS = os.path.join(os.path.dirname(HERE), "twinstack", "cpython", "layouts")

DESCRIBE = """
import json, platform, sysconfig
print(json.dumps({
    "version": platform.python_version(),
    "flavour": "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else "",
    "include": sysconfig.get_path("include")}))
"""


def describe(subject):
    """{"version", "flavour", "include"} of an interpreter or of a directory of headers."""
    if not os.path.isdir(subject):
        return json.loads(subprocess.check_output([subject, "-c", DESCRIBE]).decode())
    version = re.search(r'PY_VERSION\s+"([^"]+)', header(subject, "patchlevel.h")).group(1)
    free_threaded = "#define Py_GIL_DISABLED 1" in header(subject, "pyconfig.h")
    flavour = "t" if free_threaded else ""
    return {"version": version, "flavour": flavour, "include": subject.rstrip("/")}


def header(include, name):
    with open(os.path.join(include, name)) as text:
        return text.read()


def source(job, flavour, elf):
    """What a table is made from, in words, in which no path of this machine is."""
    if elf:
        return "debug information of " + os.path.basename(elf)
    forced = ", compiled with Py_GIL_DISABLED" if flavour != job["flavour"] else ""
    return "headers of CPython %s%s" % (job["version"], forced)


def tools(architecture):
    """(compiler, debugger) for an architecture."""
    if architecture == platform.machine():
        return "gcc", "gdb"
    return architecture + "-linux-gnu-gcc", "gdb-multiarch"


def compiled(source, compiler, job, include, scratch):
    """The object file that describes the structs of a source file with these headers."""
    flags = ["-std=gnu11", "-g", "-fno-eliminate-unused-debug-types", "-w", "-c"]
    flags += ["-DPy_GIL_DISABLED=1"] * (job["flavour"] == "t")
    paths = ["-I" + include, "-I" + include + "/internal", "-idirafter", scratch]
    out = os.path.join(scratch, source + ".o")
    subprocess.check_call([compiler] + flags + paths + ["-o", out, os.path.join(HERE, source)])
    return out


def multiarch(root, architecture, scratch):
    """Debian's pyconfig.h includes ARCHITECTURE-linux-gnu/pythonX.Y/pyconfig.h. What it says of
    the machine it was installed for is true of the other 64-bit ones."""
    installed = os.path.join(root, platform.machine() + "-linux-gnu")
    if os.path.isdir(installed):
        os.symlink(installed, os.path.join(scratch, architecture + "-linux-gnu"))


def extract(debugger, elf, private, job):
    environment = dict(os.environ, TWINSTACK_LAYOUT=json.dumps(job))
    script = os.path.join(HERE, "extract_layout.py")
    quiet = ["-iex", "set auto-load no", "-iex", "set debuginfod enabled off"]
    both = ["-ex", "add-symbol-file " + private, "-x", script, elf]
    subprocess.check_call([debugger, "-nx", "-q", "-batch"] + quiet + both, env=environment)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("subject", metavar="PYTHON|HEADERS")
    parser.add_argument("--flavour", choices=["t"])
    parser.add_argument("--architecture", default=platform.machine())
    parser.add_argument("--dwarf", metavar="ELF")
    parser.add_argument("--into", metavar="DIR", default=LAYOUTS)
    return parser.parse_args()


def main():
    options = arguments()
    job = describe(options.subject)
    flavour = options.flavour or job["flavour"]
    job.update(architecture=options.architecture, source=source(job, flavour, options.dwarf))
    job["flavour"] = flavour
    include, minor = job.pop("include"), job["version"].rpartition(".")[0]
    name = "%s%s-%s.json" % (minor, job["flavour"], job["architecture"])
    job["out"] = os.path.join(options.into, name)
    compiler, debugger = tools(options.architecture)
    with tempfile.TemporaryDirectory() as scratch:
        multiarch(os.path.dirname(include), job["architecture"], scratch)
        structs = compiler, job, include, scratch
        elf = options.dwarf or compiled("layout.c", *structs)
        extract(debugger, elf, compiled("private_structs.c", *structs), job)


if __name__ == "__main__":
    main()
