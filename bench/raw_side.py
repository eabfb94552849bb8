"""The workloads in raw GDB/MI: the fewest commands that fetch the same things, each burst sent in one write."""
import re
import time

from processes import cpu_ms, rss_mib
from raw_gdb import RawGdb, Terminal
from sides import Breakpoint

FRAMES = "-stack-list-frames --thread 1 0 19"
SCREEN = ("-thread-info", FRAMES, "-stack-list-variables --thread 1 --frame 0 --simple-values")


class RawSide:
    """One GDB that is spoken to directly."""

    name = "raw GDB/MI"
    required = True

    def __init__(self, gdb):
        self._gdb = gdb
        self.gdb = None
        self._breakpoints = {}

    def start(self, program, workload, mark):
        """Runs the program to the marked line; the two times count from the start of GDB's process."""
        spawned = time.perf_counter()
        self.terminal = Terminal()
        self._prompt()
        self.gdb.ask(
            f"-file-exec-and-symbols {program.executable}", f"-exec-arguments {' '.join(program.arguments(workload))}",
            f"-inferior-tty-set {self.terminal.name}")
        self._run_to(program, mark, "-exec-run")
        return {"start": (self.answered - spawned) * 1000, "first stop": (time.perf_counter() - spawned) * 1000}

    def attach(self, program, pid, mark):
        """Attaches, and lets the process run to the marked line."""
        self._prompt()
        self.gdb.ask(f"-file-exec-and-symbols {program.executable}", f"-target-attach {pid}")
        self._run_to(program, mark, "-exec-continue")

    def open_core(self, program, core):
        self._prompt()
        self.gdb.ask(f"-file-exec-and-symbols {program.executable}", f"-target-select core {core}")

    def own_rss(self):
        return rss_mib(self.gdb.process.pid)

    def own_cpu(self):
        return cpu_ms(self.gdb.process.pid)

    def screen(self):
        self.gdb.ask(*SCREEN)

    def top20(self):
        self.gdb.ask(FRAMES)

    def all_stacks(self):
        """The threads, and a page of the stack of each, all asked for at once."""
        threads = re.findall(r'\{id="(\d+)"', self.gdb.ask("-thread-info")[0].decode())
        return self.gdb.ask(*(f"-stack-list-frames --thread {thread} 0 19" for thread in threads))

    def resume_to_stop(self):
        self.gdb.ask("-exec-continue")
        self.gdb.stopped()

    def step(self):
        self.gdb.ask("-exec-next")
        self.gdb.stopped()

    def open_variable(self, name):
        self._opened = name

    def array_page(self, count):
        """The first elements, in one expression."""
        self.gdb.ask(f'-data-evaluate-expression "{self._opened}[0]@{count}"')

    def container_page(self, count):
        """The first children, which the printer of the container alone knows."""
        self.gdb.ask(f"-var-create page * {self._opened}", f"-var-list-children --all-values page 0 {count}", "-var-delete page")

    def set_breakpoints(self, source, breakpoints):
        """All breakpoints of a file: what is not wanted any more is deleted, what is new is inserted; returns how many are in code."""
        gone = [number for each, number in self._breakpoints.items() if each not in breakpoints]
        new = [each for each in breakpoints if each not in self._breakpoints]
        delete = [f"-break-delete {' '.join(gone)}"] if gone else []
        answers = self.gdb.ask(*delete, *(insertion(source, each) for each in new))[len(delete):]
        inserted = {each: re.search(rb'number="(\d+)"', answer)[1].decode() for each, answer in zip(new, answers)}
        self._breakpoints = {**{e: n for e, n in self._breakpoints.items() if n not in gone}, **inserted}
        return len(self._breakpoints)

    def logged(self):
        return re.findall(r'^~"(\w+=\d+)', b"\n".join(self.gdb.printed).decode(), re.M)

    def run_out(self):
        """Continues to the end; returns the bytes of output that came."""
        self.gdb.ask("-exec-continue")
        self.gdb.stopped()
        return self.terminal.drain()

    def close(self):
        if self.gdb:
            self.gdb.close()

    def _prompt(self):
        self.gdb = RawGdb(self._gdb)
        self.gdb.prompt()
        self.answered = time.perf_counter()
        self.gdb.ask("-gdb-set debuginfod enabled off", "-gdb-set mi-async on", "-enable-pretty-printing")

    def _run_to(self, program, mark, resume):
        self.set_breakpoints(program.source, [Breakpoint(program.line_of(mark))])
        self.gdb.ask(resume)
        self.gdb.stopped()


def insertion(source, breakpoint):
    place = f"{source}:{breakpoint.line}"
    if breakpoint.log:
        return f'-dprintf-insert {place} "{breakpoint.log}=%d\\n" {breakpoint.log}'
    condition = f'-c "{breakpoint.condition}" ' if breakpoint.condition else ""
    return f"-break-insert -f {condition}{place}"
