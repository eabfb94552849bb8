"""Its children run a line that it has run, too: one is forked, the other executes the program anew."""

import os
import subprocess
import sys


def work(number):
    return number + 10  # @work


if "again" in sys.argv:
    raise SystemExit(work(2))
work(0)
child = os.fork()
if not child:
    os._exit(work(1))
forked = os.WEXITSTATUS(os.waitpid(child, 0)[1])
print(forked, subprocess.run([sys.executable, __file__, "again"]).returncode, flush=True)
