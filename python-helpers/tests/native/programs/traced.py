"""Has a trace function of its own for a while, in a thread and in the main thread, which then takes it away."""

import sys
import threading


def turned(n):
    return n + 1  # @turned


def own(frame, event, value):
    return None


def work():
    sys.settrace(own)


turned(1)
worker = threading.Thread(target=work)
worker.start()
worker.join()
turned(2)
sys.settrace(own)
turned(3)
sys.settrace(None)
turned(4)
sys.settrace(None)
turned(5)
