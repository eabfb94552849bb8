"""Does what its argument names, and prints how many seconds of processor time and of time that took:  supervised.py WORK"""
import os
import resource
import signal
import subprocess
import sys
import threading
import time


def computing():
    total = 0
    for number in range(6_000_000):
        total += number * number % 7


def importing():
    import asyncio, ctypes, decimal, lzma, multiprocessing.pool, sqlite3, ssl, unittest.mock, xml.dom.minidom  # noqa: E401, F401

    import numpy.ma, numpy.testing  # noqa: E401, F401


def starting_threads():
    for _ in range(1_000):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()


def starting_children():
    for _ in range(200):
        subprocess.run(["true"])


def handling_signals():
    signal.signal(signal.SIGUSR1, lambda *_: None)
    for _ in range(10_000):
        os.kill(os.getpid(), signal.SIGUSR1)


def crashing():
    """Fifty threads, each fifty calls deep; prints when the signal comes that nothing handles."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    deep = threading.Barrier(51)

    def descend(left, name, trail):
        if left:
            return descend(left - 1, name, {"left": left, "name": name})
        deep.wait()
        return time.sleep(1_000)

    for number in range(50):
        threading.Thread(target=descend, args=(49, f"worker {number}", {}), daemon=True).start()
    deep.wait()
    print(time.time(), flush=True)
    os.abort()


def processor_time():
    return sum(sum(resource.getrusage(whose)[:2]) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


before, began = processor_time(), time.perf_counter()
globals()[sys.argv[1]]()
print(processor_time() - before, time.perf_counter() - began)
