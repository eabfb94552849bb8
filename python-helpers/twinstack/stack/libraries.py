"""Which Python files are not the user's own code (justMyCode), as the agent decides it, too (agent/inside/library_files.py)."""

import functools

from ..agent.inside.library_files import is_of_library

_just_my_code = True
_rules = []


def just_my_code(wanted, rules):
    """Whether they are told apart at all; ``rules``: {"path": a pattern, or "module": a name, "include": whether it is the user's} each."""
    global _just_my_code
    _just_my_code = wanted
    _rules[:] = [(pattern, each["include"]) for each in rules for pattern in _patterns(each)]
    has.cache_clear()


def _patterns(rule):
    """A module is known by the paths that it may have."""
    if rule.get("path"):
        return [rule["path"]]
    path = rule["module"].replace(".", "/")
    return [path + ".py", path + "/**"]


def is_just_my_code():
    return _just_my_code


def rules():
    """(pattern, whether what matches is the user's) each."""
    return list(_rules)


@functools.lru_cache(maxsize=1000)
def has(file, directory):
    """Whether a file is of a library, where that matters; ``directory``: of the standard one, with a slash behind, or None."""
    return _just_my_code and file is not None and is_of_library(file, directory, _rules)
