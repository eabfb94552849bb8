"""A worker turns; the main thread turns too, or is blocked."""

import sys
import threading
import time


def turned(n):
    n += 1
    return n  # @turned


def turn(pause):
    n = 0
    while True:
        n = turned(n)
        if pause:
            time.sleep(pause)


threading.Thread(target=turn, args=(0.001,), daemon=True).start()
print("turning")
if sys.argv[1] == "blocked":
    time.sleep(1000)
else:
    turn(0)
