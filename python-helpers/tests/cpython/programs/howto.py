"""The situations of CPython's "Debugging C API extensions and CPython Internals with GDB"."""

import sys
import threading

import probe

module_level = "global"
wrapper = "text".__len__


class SwappableArea:
    def __init__(self, main_page, running=None):
        self.main_page, self.running = main_page, running


def recursive_function(n):
    if n == 0:
        probe.through(run_dialog, SwappableArea(0))
    else:
        recursive_function(n - 1)  # @again


def run_dialog(self):
    # One line before,
    # and another.
    text = "text"
    probe.values({"text": text, "self": self}, 42, "__builtins__")  # @values
    return text


def waits(lock):
    with lock:
        pass


def spins():
    while True:
        pass


def sleeps(thread):
    """By its state in proc(5): a free-threaded Python starts threads that have not run yet."""
    with open("/proc/self/task/%d/stat" % thread.native_id) as state:
        return state.read().rpartition(")")[2].split()[0] == "S"


def start_threads():
    threading.Thread(target=spins, name="spins", daemon=True).start()
    lock = threading.Lock()
    lock.acquire()
    waiting = threading.Thread(target=waits, args=[lock], name="waits", daemon=True)
    waiting.start()
    while not sleeps(waiting):
        pass
    started = threading.Semaphore(0)
    probe.thread(lambda: probe.block(started.release))
    started.acquire()


class Body:
    attribute = "of the class"
    start_threads()
    recursive_function(int(sys.argv[1]))
