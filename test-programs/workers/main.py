"""A worker calls C code again and again, while the main thread waits for it, and for the file of the first argument, if there
is one. For that of the second the worker waits in C, with the GIL."""

import os
import sys
import threading
import time

import workers

CALLS = 200


def work():
    for number in range(CALLS):
        workers.met(number)
        time.sleep(0.002)
    for path in sys.argv[2:]:
        print("holds", flush=True)
        workers.hold(path)


def never():
    first = 1  # @first
    return first  # @second


worker = threading.Thread(target=work)
worker.start()
worker.join()
while sys.argv[1:] and not os.path.exists(sys.argv[1]):
    time.sleep(0.005)
print("done", flush=True)
