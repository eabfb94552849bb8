"""Runs modules from a directory, the second argument, whose code has other file names than they have paths, and writes what they give."""

import os
import sys

directory = sys.argv[2]
results = []


def compiled_here(name):
    """The code of a file by a name that is relative to where the program has begun."""
    with open(name) as file:
        return compile(file.read(), name, "exec")


sys.path[:0] = [directory + "/archive.zip", directory + "/link", directory + "/moved"]
relative, code = {}, compiled_here("relative.py")
os.chdir("/")
exec(code, relative)
import archived  # noqa: E402
import compiled  # noqa: E402
import linked  # noqa: E402

made = {"__name__": "made"}
exec("def made(n):\n    return n + 5\n", made)
for function in (relative["relative"], archived.archived, compiled.compiled, linked.linked, made["made"]):
    results.append(function(1))
os.get_exec_path()
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
