"""A module is imported from a zip archive, and calls C."""

import os
import sys
import tempfile
import zipfile

MODULE = '''"""Nobody finds this on disk."""

import archived


class Worker:
    """Its documentation stands before its first method."""

    def rest(self):
        return self


def work():
    return archived.stop()
'''

with tempfile.TemporaryDirectory() as folder:
    archive = os.path.join(folder, "modules.zip")
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("worker.py", MODULE)
    sys.path.append(archive)
    import worker

    worker.work()
