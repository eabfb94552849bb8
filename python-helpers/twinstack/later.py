"""Modules of the standard library that few sessions need: imported when something of them is first
used, as to import them takes 1 to 3 ms each (``from .later import ast`` in the place of ``import ast``).
"""

import importlib


class Later:
    """Stands for the module ``name``; its attributes are the module's."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        return getattr(importlib.import_module(self._name), attribute)


ast = Later("ast")
difflib = Later("difflib")
dis = Later("dis")
mmap = Later("mmap")
pathlib = Later("pathlib")
subprocess = Later("subprocess")
