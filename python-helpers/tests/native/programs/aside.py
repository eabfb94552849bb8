"""A worker does something aside: when the main thread calls asked(), or, with a file, until that exists."""

import ctypes
import sys
import threading
import time

library, mine = ctypes.CDLL(sys.argv[1]), ctypes.PyDLL(sys.argv[1])
there = ctypes.c_int.in_dll(library, "there")
what, go = sys.argv[2], threading.Event()


def work():
    if what == "hold":
        while sys._current_frames()[threading.main_thread().ident].f_code.co_name == "<module>":
            time.sleep(0.01)
        time.sleep(0.1)
        print("held")
        mine.hold(sys.argv[3].encode())
    else:
        go.wait()
        for number in range(1, 4):
            turn(number) if what == "turn" else getattr(library, what)(number)


def turn(number):
    """As many lines as the debugger's own code has to be told of."""
    for _ in range(2000):
        passed()
    there.value = number


def passed():
    return None


def asked(number):
    """Whether the worker has come to that number."""
    go.set()
    end = time.time() + 5
    while there.value < number and time.time() < end:
        time.sleep(0.01)
    time.sleep(0.05)
    return there.value


worker = threading.Thread(target=work, daemon=what == "crash")
worker.start()
if what != "hold":
    asked_before = there.value  # @begun
    asked(3)
worker.join()
print("ended", there.value)
