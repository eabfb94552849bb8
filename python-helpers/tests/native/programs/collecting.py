"""Collects garbage, among which is an object of an extension's."""

import gc
import sys

sys.path.insert(0, sys.argv[1])
gc.disable()
import collected  # noqa: E402

made = collected.make()
gc.collect()
print("collected")  # @behind
