"""Ends with the code of the first argument, or with an exception when there is none."""

import sys

print("arguments", len(sys.argv) - 1, flush=True)
sys.exit(int(sys.argv[1]))  # @exit
