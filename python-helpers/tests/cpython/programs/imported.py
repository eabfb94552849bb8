"""Stops in a module that is imported from a zip archive, below frozen modules and exec; writes what
CPython knows of its own stack to argv[1]."""

import json
import os
import sys
import zipfile

import probe

MODULE = """
def inside(collect):
    exec(compile("probe.checkpoint(collect)", "<made up>", "exec"), {"probe": probe, "collect": collect})

import probe
from __main__ import collect
inside(collect)
"""


def collect(calls):
    found, frame = [], sys._getframe(1)
    while frame is not None:
        found.append([frame.f_code.co_name, frame.f_code.co_filename, frame.f_lineno])
        frame = frame.f_back
    with open(sys.argv[1], "w") as out:
        json.dump(found, out)


archive = os.path.join(os.path.dirname(sys.argv[1]), "modules.zip")
with zipfile.ZipFile(archive, "w") as zipped:
    zipped.writestr("package/__init__.py", "")
    zipped.writestr("package/module.py", MODULE)
sys.path.insert(0, archive)
import package.module  # noqa: E402 F401
