"""The program that the benchmark debugs: where it is, how its extension is built, where its marked lines are."""
import pathlib
import re
import subprocess
import sys
import sysconfig

DIRECTORY = pathlib.Path(__file__).resolve().parent / "workload"
MAIN = str(DIRECTORY / "main.py")
SOURCE = str(DIRECTORY / "workload.c")


def build():
    """Compiles the extension module for the interpreter that runs the benchmark."""
    module = DIRECTORY / ("workload" + sysconfig.get_config_var("EXT_SUFFIX"))
    include = sysconfig.get_path("include")
    subprocess.run(["gcc", "-g", "-O0", "-shared", "-fPIC", f"-I{include}", SOURCE, "-o", str(module)], check=True)


def line_of(mark):
    """The number of the line of the C source that carries `@mark`."""
    lines = pathlib.Path(SOURCE).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if re.search(rf"@{mark}\b", line))
