"""Cython's names: the variable ``total`` of a .pyx is ``__pyx_v_total`` in C, or a member of the scope of a generator or closure, and of
those around it (Cython's Naming.py)."""

import gdb

from ..later import re

MADE, VARIABLE, SCOPE, OUTER = "__pyx_", "__pyx_v_", "__pyx_cur_scope", "__pyx_outer_scope"
FUNCTION, ITSELF, FUNCTION_OBJECT = "__pyx_pf_", "__pyx_self", "__pyx_CyFunctionObject"
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
    """Whether a variable, by its own name, is one that Cython, or an assert of its, has added."""
    return name.startswith(MADE) or name == "__PRETTY_FUNCTION__"


def scopes(frame):
    """(its expression, the pointer to it) of the frame's scope, unless that is not made yet, as at the line of ``def``, and of those around it."""
    expression, value = _own_scope(frame) or _closure(frame)
    for _ in range(MAX_SCOPES):
        if value is None or not _is_scope(value):
            return
        yield expression, value
        value = value[OUTER] if OUTER in value.type.target().keys() else None
        expression = "%s->%s" % (expression, OUTER)


def _own_scope(frame):
    """The first of ``scopes`` where the function has one of its own."""
    own, outer = (gdb.lookup_symbol(each, frame.block())[0] for each in (SCOPE, OUTER))
    value = None if own is None or outer is not None or _is_at_def(frame) else own.value(frame)
    return (SCOPE, value) if value is not None and _is_scope(value) else None


def _closure(frame):
    """The first of ``scopes`` around the function, where its object leads; (None, None) where there is none."""
    block = frame.block()
    own, outer, itself = (gdb.lookup_symbol(each, block)[0] for each in (SCOPE, OUTER, ITSELF))
    if own is None or itself is None:
        return None, None
    fields = own.type.target().keys()
    kind = own.type if outer is not None else own.type.target()[OUTER].type if OUTER in fields else None
    if kind is None:
        return None, None
    expression = "((%s)((%s *)%s)->func_closure)" % (kind, FUNCTION_OBJECT, ITSELF)
    function = itself.value(frame).cast(gdb.lookup_type(FUNCTION_OBJECT, block).pointer())
    return expression, function["func_closure"].cast(kind)


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
