"""Lines to step over, calls of C to step into, and a loop that runs until somebody stops it:  borders.py stepped|crossed|running"""

import sys

import workload


def stepped():
    total = 0
    while True:
        total += 1  # @stepped
        total -= 1


def crossed():
    while True:
        workload.stop(1)  # @crossed


def running():
    total = 0
    print("running", flush=True)
    while True:
        total += 1  # @running


globals()[sys.argv[1]]()
