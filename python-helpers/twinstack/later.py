"""Modules of the standard library that few sessions need: imported when something of them is first
used, as to import them takes 1 to 3 ms each (``from .later import ast`` in the place of ``import ast``).
Of ``re``, what is compiled at the top of a module is compiled when it is first used: all of that together takes 8 ms.
"""

import importlib
import re as at_once


class Later:
    """Stands for the module ``name``; its attributes are the module's."""

    def __init__(self, name):
        self._name = name

    def __getattr__(self, attribute):
        return getattr(importlib.import_module(self._name), attribute)


class Pattern:
    """Stands for what re.compile returns for the same arguments."""

    def __init__(self, *arguments):
        self._arguments = arguments

    def __getattr__(self, attribute):
        found = self.__dict__[attribute] = getattr(at_once.compile(*self._arguments), attribute)
        return found


class Patterns(Later):
    """Stands for the module re."""

    compile = Pattern


ast = Later("ast")
difflib = Later("difflib")
dis = Later("dis")
mmap = Later("mmap")
pathlib = Later("pathlib")
re = Patterns("re")
subprocess = Later("subprocess")
