"""The programs that the benchmark debugs: where they are, how they are built, where their marked lines are."""
import pathlib
import re
import subprocess
import sys
import sysconfig

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE / "target"
LINES = TARGET / "lines.cpp"
LATE_LINES = TARGET / "late.cpp"
LINE_COUNT = 500
OTHER_LIBRARIES = 60


class Program:
    """A command line to be followed by the name of a workload, and the source with the marks."""

    def __init__(self, command, source):
        self.executable, *self._arguments = map(str, command)
        self.source = str(source)

    def arguments(self, workload):
        return [*self._arguments, workload]

    def line_of(self, mark):
        return marked_line(self.source, mark)


def marked_line(source, mark):
    """The number of the line of a source that carries `@mark`."""
    lines = pathlib.Path(source).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if re.search(rf"@{mark}\b", line))


PYTHON = Program([sys.executable, HERE / "workload" / "main.py"], HERE / "workload" / "workload.c")
NATIVE = Program([TARGET / "native"], HERE / "native" / "native.cpp")
CORE = TARGET / "core"


def build(gdb):
    """Compiles the extension module for the interpreter that runs the benchmark, and the native program; makes its core."""
    module = HERE / "workload" / ("workload" + sysconfig.get_config_var("EXT_SUFFIX"))
    include = sysconfig.get_path("include")
    subprocess.run(["gcc", "-g", "-O0", "-shared", "-fPIC", f"-I{include}", PYTHON.source, "-o", str(module)], check=True)
    TARGET.mkdir(exist_ok=True)
    lines = "".join(f"    rounds += {i};\n" for i in range(LINE_COUNT))
    for source in LINES, LATE_LINES:
        source.write_text(f'extern "C" void many(int rounds)\n{{\n{lines}}}\n', encoding="utf-8")
    build_libraries()
    subprocess.run(["g++", "-g", "-O0", "-pthread", f'-DLIBRARIES="{TARGET}"', NATIVE.source, str(LINES), "-o", NATIVE.executable], check=True)
    subprocess.run([gdb, "-nx", "-q", "-batch", "-ex", f"break {NATIVE.line_of('stop')}", "-ex", "run stops",
                    "-ex", f"generate-core-file {CORE}", "-ex", "kill", NATIVE.executable],
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def build_libraries():
    """The one with the 500 lines, and those that are loaded before it: each of a source and with code of its own."""
    sources = [LATE_LINES]
    for number in range(OTHER_LIBRARIES):
        sources.append(TARGET / f"other{number}.cpp")
        sources[-1].write_text(f"int other{number}() {{ return {number}; }}\n", encoding="utf-8")
    for source in sources:
        subprocess.run(["g++", "-g", "-O0", "-shared", "-fPIC", str(source), "-o", str(source.with_suffix(".so"))], check=True)


def lines_of_many():
    """The numbers of the 500 lines of `many`."""
    return range(3, 3 + LINE_COUNT)
