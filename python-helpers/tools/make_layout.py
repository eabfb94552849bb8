#!/usr/bin/env python3
"""Generate the layout table of one CPython:  make_layout.py PYTHON [--dwarf ELF] [--into DIR]

PYTHON is the interpreter to describe, with its headers installed (3.11 and later): layout.c is
compiled against them. With --dwarf the structs come from the debug information of ELF instead
(a libpython built with -g, or a detached debug file): the only way for 3.8 to 3.10, whose
headers keep PyDictKeysObject to themselves. What no header has comes from private_structs.c either
way. Needs gcc and a gdb with Python. The table goes to
DIR/VERSION[FLAVOUR]-ARCHITECTURE.json; DIR is twinstack/layouts.
"""

import argparse
import json
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LAYOUTS = os.path.join(os.path.dirname(HERE), "twinstack", "layouts")

DESCRIBE = """
import json, platform, sys, sysconfig
print(json.dumps({
    "version": platform.python_version(),
    "flavour": "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else "",
    "architecture": platform.machine(),
    "include": sysconfig.get_path("include")}))
"""


def describe(python):
    return json.loads(subprocess.check_output([python, "-c", DESCRIBE]).decode())


def compile_headers(source, include, flavour, out):
    flags = ["-g", "-fno-eliminate-unused-debug-types", "-w", "-c"]
    defines = ["-DPy_GIL_DISABLED=1"] if flavour == "t" else []
    subprocess.check_call(
        ["gcc"]
        + flags
        + defines
        + ["-I" + include, "-I" + include + "/internal"]
        + ["-o", out, os.path.join(HERE, source)]
    )


def extract(elf, private, job):
    environment = dict(os.environ, TWINSTACK_LAYOUT=json.dumps(job))
    script = os.path.join(HERE, "extract_layout.py")
    quiet = ["-iex", "set auto-load no", "-iex", "set debuginfod enabled off"]
    subprocess.check_call(
        ["gdb", "-nx", "-q", "-batch"] + quiet + ["-ex", "add-symbol-file " + private, "-x", script, elf], env=environment
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("python")
    parser.add_argument("--dwarf", metavar="ELF")
    parser.add_argument("--into", metavar="DIR", default=LAYOUTS)
    options = parser.parse_args()
    job = describe(options.python)
    include = job.pop("include")
    minor = ".".join(job["version"].split(".")[:2])
    job["out"] = os.path.join(
        options.into, "%s%s-%s.json" % (minor, job["flavour"], job["architecture"])
    )
    with tempfile.TemporaryDirectory() as scratch:
        elf = options.dwarf or os.path.join(scratch, "layout.o")
        if not options.dwarf:
            compile_headers("layout.c", include, job["flavour"], elf)
        private = os.path.join(scratch, "private_structs.o")
        compile_headers("private_structs.c", include, job["flavour"], private)
        extract(elf, private, job)


if __name__ == "__main__":
    main()
