"""What threads and processes wait with; their repr() are of CPython 3.11 on for the most part."""

import concurrent.futures
import queue
import subprocess
import sys
import threading
import traceback


def synchronizing():
    found = {
        "condition": threading.Condition(),
        "pending_future": concurrent.futures.Future(),
        "done_future": future(1),
        "failed_future": future(KeyError("k")),
        "frame_summary": traceback.FrameSummary("file", 1, "name"),
        "simple_queue": queue.SimpleQueue(),
    }
    if sys.version_info < (3, 11):
        return found
    return {
        **found,
        "event": threading.Event(),
        "set_event": set_event(),
        "semaphore": threading.Semaphore(2),
        "bounded_semaphore": threading.BoundedSemaphore(3),
        "barrier": threading.Barrier(2),
        "broken_barrier": broken_barrier(),
        "process": process("true"),
        "process_with_arguments": process("true", "argument " * 20),
    }


def future(outcome):
    found = concurrent.futures.Future()
    if isinstance(outcome, Exception):
        found.set_exception(outcome)
    else:
        found.set_result(outcome)
    return found


def set_event():
    event = threading.Event()
    event.set()
    return event


def broken_barrier():
    barrier = threading.Barrier(2)
    barrier.abort()
    return barrier


def process(*arguments):
    found = subprocess.Popen(arguments)
    found.wait()
    return found
