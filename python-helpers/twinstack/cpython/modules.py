"""The modules that the main interpreter has imported, by what they say of themselves."""

from ..errors import CorruptMemory
from ..later import re

VERSION = re.compile(r"(\d+)\.(\d+)")
MAX_PATH = 4096
COMPILED = (".so", ".pyc")


class Modules:
    """What one Runtime has imported, out of ``sys.modules``: files, versions, and where the standard library is."""

    def __init__(self, runtime):
        self._runtime, self._readers = runtime, runtime.readers
        self._versions, self._library = {}, None

    def library(self):
        """The directory of the standard library, with a slash behind: that of os, which CPython always imports; None before."""
        if self._library is None:
            try:
                module = self._readers.dicts.find(self._all(), "os")
                file = self._text(module, "__file__", MAX_PATH) if module else ""
            except CorruptMemory:
                file = ""
            self._library = file.rpartition("/")[0] + "/" if file else None
        return self._library

    def forget(self):
        self._versions.clear()

    def version(self, name):
        """The first two numbers of a module's ``__version__``; (0, 0) where it does not tell."""
        if name not in self._versions:
            self._versions[name] = self._read_version(name)
        return self._versions[name]

    def count(self):
        """How many modules sys.modules has; 0 where it cannot be read."""
        try:
            return self._readers.dicts.length(self._all())
        except CorruptMemory:
            return 0

    def files(self):
        """The source file (``__file__``) of each module that has one, in the order of the imports."""
        found = []
        for _, module in self._readers.dicts.items(self._all()):
            file = self._text(module, "__file__", MAX_PATH)
            if file and not file.endswith(COMPILED):
                found.append(file)
        return found

    def _all(self):
        return self._readers.dicts.find(self._runtime.sysdict, "modules")

    def _read_version(self, name):
        try:
            modules = self._all()
            module = modules and self._readers.dicts.find(modules, name)
        except CorruptMemory:
            module = 0
        found = VERSION.match(self._text(module, "__version__", 100)) if module else None
        return tuple(map(int, found.groups())) if found else (0, 0)

    def _text(self, module, attribute, limit):
        readers = self._readers
        try:
            told = readers.attributes.find(module, attribute)
            return readers.strings.text(told, limit) if told and readers.is_str(told) else ""
        except CorruptMemory:
            return ""
