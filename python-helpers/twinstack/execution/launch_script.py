"""The shell script through which GDB starts the program: its directory, arguments and environment arrive byte for byte."""

import os

import gdb

from ..commands import operation
from ..errors import UserError
from . import put_aside


@operation("launch-script")
def launch_script(directory, text):
    """Start programs through this shell script from now on, which is kept in ``directory``."""
    path = os.path.join(directory, "launch.sh")
    try:
        with open(path, "w", encoding="utf-8", errors="surrogateescape") as script:
            script.write(put_aside.shell_lines() + text)
    except OSError as error:
        raise UserError("The launch script '%s' cannot be written (%s); free some space in the directory for"
                        " temporary files." % (path, error.strerror))
    gdb.execute("set exec-wrapper /bin/sh '%s'" % path.replace("'", "'\\''"), to_string=True)
    return {}
