"""The benchmark's program:  main.py WORKLOAD [NUMBER]..."""
import resource
import sys

import workload

STOPS = 40
DEPTH = 5000  # levels of one Python and one C frame each
LINE = b"%098d\n"
OUTPUT_LINES = 500_000


def stops():
    for _ in range(STOPS):
        level(20)


def level(n):
    return level(n - 1) if n else workload.stop(n)


def recursion(depth):
    sys.setrecursionlimit(depth + 1000)
    resource.setrlimit(resource.RLIMIT_STACK, (400 << 20, resource.RLIM_INFINITY))  # before Python 3.11 each level takes some of it
    level(depth)


def deep():
    resource.setrlimit(resource.RLIMIT_STACK, (100 << 20, resource.RLIM_INFINITY))
    sys.setrecursionlimit(10 * DEPTH)
    alternate(DEPTH)


def alternate(n):
    return workload.call(alternate, n - 1) if n else workload.stop(n)


def list():
    numbers = [*range(1_000_000)]
    workload.stop(numbers)


def steps():
    workload.spin(100_000)


def output():
    workload.stop(None)
    chunk = b"".join(LINE % i for i in range(1000))
    for _ in range(OUTPUT_LINES // 1000):
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


globals()[sys.argv[1]](*(int(each) for each in sys.argv[2:]))
