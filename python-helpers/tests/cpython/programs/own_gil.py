"""Two sub-interpreters with a GIL of their own, each run by a thread of the main one."""

import sys
import threading
import time

import probe

SPIN = """
while True:
    pass
"""
SLEEP = """
import time
while True:
    time.sleep(100)
"""

for name, source in (("spinning", SPIN), ("sleeping", SLEEP)):
    threading.Thread(
        target=probe.in_interpreter_with_own_gil, args=(source,), name=name, daemon=True
    ).start()
time.sleep(0.5)
probe.checkpoint(None)
