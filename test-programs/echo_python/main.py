"""Says which arguments, environment and directory arrived, in hexadecimal bytes so that nothing is lost on the way."""

import os
import sys

for argument in sys.argv[1:]:
    print("argument", os.fsencode(argument).hex())
for name, value in os.environb.items():
    if name.startswith(b"ECHO_"):
        print("environment", (name + b"=" + value).hex())
print("directory", os.getcwdb().hex(), flush=True)  # @end
