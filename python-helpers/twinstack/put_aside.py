"""The variables of the user's Python (PYTHONHOME, PYTHONPATH, ...), which GDB's own must not see when it starts: they have other names then.

What GDB starts by itself gets them back at once; the program, of whose environment GDB has made a copy before, by its launch script.
"""

import os

PREFIX = "TWINSTACK_ASIDE_"  # GdbOptions.ASIDE

_names = []


def give_back():
    """Gives them their own names in GDB's environment, now that its Python has started."""
    for aside in [name for name in os.environ if name.startswith(PREFIX)]:
        name = aside[len(PREFIX) :]
        os.environ[name] = os.environ.pop(aside)
        _names.append(name)


def shell_lines():
    """Lines of a shell script that do so in the environment of what GDB runs."""
    return "".join('export {0}="${1}{0}"\nunset {1}{0}\n'.format(name, PREFIX) for name in _names)
