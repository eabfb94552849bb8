"""Thirty threads wait, each fifty calls deep, for the file that is named."""

import os
import sys
import threading
import time

THREADS = 30
DEPTH = 50


def descend(left, name, trail):
    if left:
        return [*map(descend, [left - 1], [name], [{"left": left, "name": name}])]  # through C, as every call up to CPython 3.10
    while not os.path.exists(sys.argv[1]):
        time.sleep(0.05)
    return trail


threads = [threading.Thread(target=descend, args=(DEPTH, f"worker {n}", {})) for n in range(THREADS)]
for thread in threads:
    thread.start()
print("waiting", flush=True)
for thread in threads:
    thread.join()
