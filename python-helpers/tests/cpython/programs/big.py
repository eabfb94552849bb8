"""Containers too big to be shown at once, and a stack ten thousand frames deep."""

import collections
import sys
import types

import probe

sys.setrecursionlimit(30000)


def recursion(n, held):
    return recursion(n - 1, held) if n else probe.checkpoint(None)


class Mixed:
    def __init__(self):
        vars(self).update({"a%d" % i: i for i in range(5000)})


def main():
    big_list = list(range(1000000))
    big_dict = {i: str(i) for i in range(100000)}
    holes = {str(i): i for i in range(10000)}
    for i in range(0, 10000, 2):
        del holes[str(i)]
    big_set = set(range(10000))
    big_deque = collections.deque(range(10000))
    big_names = {"k%d" % i: i for i in range(1000000)}
    big_object, mixed = types.SimpleNamespace(**{"a%d" % i: i for i in range(200000)}), Mixed()
    big_text, big_int = "é" * 10000000, 1 << 10000000
    big_grid = memoryview(bytearray(4000000)).cast("B", (2, 2000000))
    recursion(int(sys.argv[1]), None)


main()
