"""Starts children in three ways; each runs the function that carries the parent's breakpoint."""

import multiprocessing
import os
import subprocess
import sys

import children


def forked():
    pid = os.fork()
    if pid == 0:
        os._exit(children.work(1))  # @forked
    return os.WEXITSTATUS(os.waitpid(pid, 0)[1])


def pooled():
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return pool.map(children.work, [1, 2, 3])


def spawned():
    code = "import children; raise SystemExit(children.work(2))"
    return subprocess.run([sys.executable, "-c", code]).returncode


print("forked", forked(), flush=True)  # @fork
print("pooled", pooled(), flush=True)
print("spawned", spawned(), flush=True)
print("parent", children.work(9), flush=True)  # @parent
