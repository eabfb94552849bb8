"""Twelve thousand calls of Python functions below each other, on one C frame where CPython can."""

import sys
import threading

import probe


def down(n):
    return down(n - 1) if n else probe.checkpoint(None)


def main():
    down(12000)


sys.setrecursionlimit(100000)
threading.stack_size(1 << 29)
thread = threading.Thread(target=main, name="deep")
thread.start()
thread.join()
