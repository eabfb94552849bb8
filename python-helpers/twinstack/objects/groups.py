"""Names put into groups that open, as debugpy shows them: special, function, class and protected
variables; all others stand for themselves."""

from ..errors import CorruptMemory

SPECIAL, FUNCTIONS, CLASSES, PROTECTED = GROUPS = (
    "special variables",
    "function variables",
    "class variables",
    "protected variables",
)
ROUTINES = (  # built-in types of what inspect.isroutine() finds
    "function",
    "method",
    "builtin_function_or_method",
    "method_descriptor",
    "classmethod_descriptor",
    "wrapper_descriptor",
    "method-wrapper",
)
MAX_GROUPED = 1000  # of more names, all types would be read for one page


class Grouped:
    """Entries (name, address) in their groups, and ``members`` that are in none."""

    def __init__(self, readers, entries, members=()):
        self._groups, self._others = {group: [] for group in GROUPS}, []
        for entry in entries:
            self._groups.get(group_of(readers, *entry), self._others).append(entry)
        rows = [row(group, entries) for group, entries in self._groups.items() if entries]
        self._all = rows + list(members) + self._others

    def entries(self, group=None):
        """Those of one group; without one: the groups as VARIABLEs, the members, all others."""
        return self._all if group is None else self._groups.get(group, [])


def row(group, entries):
    """VARIABLE of a group: what it opens into is asked of its owner, with "group"."""
    return {
        "name": group,
        "value": "",
        "type": "",
        "group": group,
        "named": len(entries),
        "kind": "virtual",
    }


def group_of(readers, name, address):
    """The one of GROUPS that an attribute is shown in, by its name and its value; None for those shown at once."""
    if name.startswith("_") or name.endswith("__"):
        is_special = name.startswith("__") and name.endswith("__")
        return SPECIAL if is_special else PROTECTED
    if not isinstance(address, int):
        return None
    try:
        builtin = readers.types.of(address).builtin
    except CorruptMemory:
        return None
    return FUNCTIONS if builtin in ROUTINES else CLASSES if builtin == "type" else None
