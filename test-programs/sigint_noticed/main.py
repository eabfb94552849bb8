"""Runs until the file of the first argument exists; ends with 3 when a KeyboardInterrupt came before."""

import os
import sys
import time


def wait_for(path):
    print("waiting", flush=True)
    while not os.path.exists(path):
        time.sleep(0.001)  # @wait


try:
    wait_for(sys.argv[1])
except KeyboardInterrupt:
    sys.exit(3)
