"""Thousands of Python frames, and C at the newest end. The first argument is the depth."""

import sys

import recursion


def down(depth):
    if depth == 0:
        return recursion.bottom(0)  # @last
    return down(depth - 1)  # @down


DEPTH = int(sys.argv[1])
sys.setrecursionlimit(DEPTH + 1000)
print(down(DEPTH), flush=True)  # @module
