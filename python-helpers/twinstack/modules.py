"""The modules that the main interpreter has imported, by what they say of themselves."""

import re

from .errors import CorruptMemory

VERSION = re.compile(r"(\d+)\.(\d+)")


class Modules:
    """sys.modules of one Runtime."""

    def __init__(self, runtime):
        self._runtime, self._readers = runtime, runtime.readers
        self._versions = {}

    def forget(self):
        self._versions.clear()

    def version(self, name):
        """The first two numbers of a module's ``__version__``; (0, 0) where it does not tell."""
        if name not in self._versions:
            self._versions[name] = self._read_version(name)
        return self._versions[name]

    def _read_version(self, name):
        readers = self._readers
        try:
            modules = readers.dicts.find(self._runtime.sysdict, "modules")
            module = modules and readers.dicts.find(modules, name)
            told = module and readers.attributes.find(module, "__version__")
            found = VERSION.match(readers.strings.text(told, 100)) if told and readers.is_str(told) else None
        except CorruptMemory:
            found = None
        return tuple(map(int, found.groups())) if found else (0, 0)
