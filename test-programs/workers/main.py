"""A worker calls C code again and again, while the main thread waits for it."""

import threading
import time

import workers

CALLS = 200


def work():
    for number in range(CALLS):
        workers.met(number)
        time.sleep(0.002)


def never():
    first = 1  # @first
    return first  # @second


worker = threading.Thread(target=work)
worker.start()
worker.join()
print("done", flush=True)
