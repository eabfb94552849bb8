"""Cython's names: the variable ``total`` of a .pyx is ``__pyx_v_total`` in C, or a member of the scope of a generator or closure, and of
those around it (Cython's Naming.py)."""

import re

import gdb

MADE, VARIABLE, SCOPE, OUTER = "__pyx_", "__pyx_v_", "__pyx_cur_scope", "__pyx_outer_scope"
FUNCTION = "__pyx_pf_"
INNER = re.compile(r"__pyx_\d+genexpr\d*__pyx_v_(\w+)$")  # of a comprehension, which has names of its own
OWN = re.compile(r"__pyx_(?:\d+genexpr\d*__pyx_)?v_(\w+)$")
MAX_SCOPES = 20  # functions around each other


def is_source(path):
    return path.endswith((".pyx", ".pxd", ".pxi"))


def is_function(frame):
    """Whether a frame is of a function that Cython has made, of which there is debug information."""
    return (frame.name() or "").startswith(MADE) and frame.function() is not None


def own(name):
    """The name in the .pyx of a variable of C; any other one as it is."""
    found = OWN.match(name)
    return found.group(1) if found else name


def of_comprehension(frame, name):
    """The name in C of the object that a comprehension calls so while it runs; None where none does."""
    block = None if _is_at_def(frame) else frame.block()
    while block is not None and not block.is_global and not block.is_static:
        for symbol in block:
            found = INNER.match(symbol.name)
            if found and found.group(1) == name and not is_null(symbol.value(frame)):
                return symbol.name
        block = block.superblock
    return None


def is_null(value):
    """Whether a variable's value is a pointer to nothing, or cannot be read."""
    try:
        return value.type.strip_typedefs().code == gdb.TYPE_CODE_PTR and not int(value)
    except (AttributeError, gdb.error):
        return True


def is_made(name):
    """Whether it is of a variable that Cython, or an assert of its, has added."""
    return name.startswith(MADE) and not OWN.match(name) or name == "__PRETTY_FUNCTION__"


def scopes(frame):
    """(its expression, the pointer to it) of the frame's scope, and of those around it; none at the line of ``def``, where it is not made
    yet."""
    symbol = gdb.lookup_symbol(SCOPE, frame.block())[0]
    if symbol is None or _is_at_def(frame):
        return
    value, expression = symbol.value(frame), SCOPE
    for _ in range(MAX_SCOPES):
        if not _is_scope(value):
            return
        yield expression, value
        if OUTER not in value.type.target().keys():
            return
        value, expression = value[OUTER], "%s->%s" % (expression, OUTER)


def _is_at_def(frame):
    function = frame.function()
    return function is not None and function.name.startswith(FUNCTION) and frame.find_sal().line == function.line


def scope_type(frame):
    """The name of the type of its scope; None where it has none."""
    symbol = gdb.lookup_symbol(SCOPE, frame.block())[0]
    return symbol and symbol.type.target().strip_typedefs().tag


def _is_scope(value):
    """Whether a pointer to a scope leads to one: an object of its type."""
    try:
        head = value["ob_base"]
        name = head["ob_type"]["tp_name"].string(length=-1, errors="replace")
        tag = value.type.target().strip_typedefs().tag or ""
        return int(head["ob_refcnt"]) > 0 and tag.endswith("_" + name.rpartition(".")[2])
    except (gdb.error, RuntimeError):
        return False
