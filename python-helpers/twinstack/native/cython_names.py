"""Cython's names: the variable ``total`` of a .pyx is ``__pyx_v_total`` in C, or a member of the scope of a generator or closure
(Cython's Naming.py)."""

import re

import gdb

MADE, VARIABLE, SCOPE = "__pyx_", "__pyx_v_", "__pyx_cur_scope"
WORD = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\.|->|::)\s*\w+|\$\w+|\d[\w.]*)|([A-Za-z_]\w*)""")


def is_source(path):
    return path.endswith((".pyx", ".pxd", ".pxi"))


def own(name):
    """The name in the .pyx of a variable of C; any other one as it is."""
    return name[len(VARIABLE) :] if name.startswith(VARIABLE) else name


def is_made(name):
    """Whether it is of a variable that Cython has added."""
    return name.startswith(MADE) and not name.startswith(VARIABLE)


def in_c(expression):
    """The expression with C's names in the place of those of the .pyx, where the selected frame is of such a function."""
    try:
        if not (gdb.selected_frame().name() or "").startswith(MADE):
            return expression
        return WORD.sub(lambda found: found.group(1) or _in_c(found.group(2)), expression)
    except gdb.error:  # there is no frame, or no debug information
        return expression


def _in_c(name):
    if gdb.lookup_symbol(VARIABLE + name)[0] is not None:
        return VARIABLE + name
    return "%s->%s%s" % (SCOPE, VARIABLE, name) if VARIABLE + name in _scope() else name


def _scope():
    """The names of the members of the scope."""
    found = gdb.lookup_symbol(SCOPE)[0]
    return found.type.target().keys() if found is not None else ()
