"""Recursions without end, of which there is little and much room for, in the main thread and in another; behind each a line is run. Writes how deep they were."""

import sys
import threading


def deep(n):
    global depth
    depth = n
    return deep(n + 1)  # @deep


def behind(n):
    return n + 1  # @behind


def caught(limit):
    sys.setrecursionlimit(limit)
    try:
        deep(0)
    except RecursionError:
        sys.setrecursionlimit(1000)
    return behind(limit), depth


results = [caught(limit) for limit in (150, 1000)]
thread = threading.Thread(target=lambda: results.append(caught(200)))
thread.start()
thread.join()
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
