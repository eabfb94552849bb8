"""Forks in a thread; the child runs a line, and its exit code tells of it."""

import os
import sys
import threading


def work(n):
    return n + 1  # @work


def fork():
    child = os.fork()
    if not child:
        os._exit(work(41))
    codes.append(os.WEXITSTATUS(os.waitpid(child, 0)[1]))


codes = []
thread = threading.Thread(target=fork)
thread.start()
thread.join()
with open(sys.argv[1], "w") as file:
    file.write(repr(codes))
