"""The functions of a .pyx by the names that they have there: ``Box.grow`` is ``__pyx_pf_5chain_3Box_4grow`` in C (Cython's Naming.py and Nodes.py).

Such a name has the module, the classes and functions around it, each with its length before it, and the number of the function
among those around it. ``__pyx_pw_`` takes the arguments apart for ``__pyx_pf_``; ``__pyx_f_`` is one that C calls, ``__pyx_gb_`` a generator's body.
"""

import functools
import itertools
import os

import gdb

from ..later import re
from .names import scope_type

FUSED = re.compile(r"__pyx_fuse_\d+")
KIND = re.compile(r"__pyx_(pw|pf|f|gb)_")
PART = re.compile(r"\d+")
NUMBER = re.compile(r"^\d+")
SCOPE = re.compile(r"__pyx_scope_struct_\d*_(\w+)$")
LAMBDA = re.compile(r"__pyx_lambda_funcdef_lambda\d*$")
NAMED_LAMBDA = re.compile(r"^lambda\d*$")
MODULE = "__pyx_pymod_exec_"
MACHINERY = ("__Pyx_", "__pyx_")
WRAPPER, FUNCTION, CALLED_BY_C, GENERATOR = "pw", "pf", "f", "gb"


def shown(frame):
    """What a FRAME of a function of Cython's has in the place of "name" and "subtle"; empty for any other, and without debug information."""
    name = frame.name() or ""
    if not name.startswith(MACHINERY) or frame.function() is None:
        return {}
    own = name_of(frame)
    if own is None:
        return {"subtle": True}
    return {"name": own, "subtle": kind(name) == WRAPPER or _is_for_c(name)}


def of_module(frame):
    """The addresses of the functions of the .pyx that the module of a frame has; not of generators' bodies."""
    return _of_source(frame.block().static_block.start)


@functools.lru_cache(maxsize=100)
def _of_source(start):
    """As ``of_module``, of the source whose code begins at an address."""
    symbols = [each for each in gdb.block_for_pc(start).static_block if each.is_function]
    return [int(each.value().address) for each in symbols if _is_entered(name_in_c(each))]


def _is_entered(name):
    return kind(name) == CALLED_BY_C or kind(name) == FUNCTION and not _is_for_c(name)


@functools.lru_cache(maxsize=1000)
def _is_for_c(name):
    """Whether a function for Python does no more than call the one of ``cpdef``, which C calls, too."""
    if kind(name) != FUNCTION or LAMBDA.match(name):
        return False
    parts, rest = _parts(FUSED.sub("", name))
    wanted = "__pyx_f_%s%s" % (_mangled(parts), NUMBER.sub("", rest))
    return gdb.lookup_static_symbol(wanted) is not None


def name_in_c(function):
    """The name in C of a function, a gdb.Symbol; in C++ GDB has the parameters behind it."""
    return function.name.partition("(")[0]


def kind(name):
    """One of WRAPPER, FUNCTION, CALLED_BY_C and GENERATOR; None of what is no function of the .pyx."""
    found = KIND.match(FUSED.sub("", name or ""))
    if found:
        return found.group(1)
    return FUNCTION if LAMBDA.match(name or "") else None


def name_of(frame):
    """The name in the .pyx of a frame's function, ``<module>`` for the code outside of functions; None of what Cython has made."""
    name, symtab = frame.name() or "", frame.find_sal().symtab
    if symtab is None or not name.startswith(MACHINERY):
        return None
    return _generator(frame, name, symtab.objfile) if kind(name) == GENERATOR else name_in(name, symtab.objfile)


def name_in(name, objfile):
    """The name in the .pyx of a function with that name in C; None of what Cython has made."""
    if name.startswith(MODULE):
        return "<module>"
    if LAMBDA.match(name):
        return "<lambda>"
    return _named(name, _module(objfile)) if kind(name) else None


def _generator(frame, name, objfile):
    """Its own name has that of the function only in the type of its scope."""
    scope = scope_type(frame)
    found = scope and SCOPE.search(scope)
    around = name_in(name, objfile).rpartition(".")[0]
    function = found.group(1) if found else "generator"
    return "%s.%s" % (around, function) if around else function


@functools.lru_cache(maxsize=1000)
def _named(name, module):
    parts, rest = _parts(FUSED.sub("", name))
    own = NAMED_LAMBDA.sub("<lambda>", NUMBER.sub("", rest))
    return ".".join(parts[_depth(parts, module) :] + [own])


def module_prefix(frame):
    """How the module is called in the names of C, by those of its functions: ``3pkg_5chain_``; empty where it has none."""
    symbols = itertools.chain([frame.function()], frame.block().static_block)
    name = next(filter(KIND.match, map(name_in_c, symbols)), None)
    if name is None:
        return ""
    parts, _ = _parts(name)
    return _mangled(parts[: _depth(parts, _module(frame.function().symtab.objfile))])


def _mangled(parts):
    return "".join("%d%s_" % (len(part), part) for part in parts)


def _depth(parts, module):
    """How many of the parts of a name are the packages and the module, which come first."""
    return parts.index(module) + 1 if module in parts else 1


def _module(objfile):
    return os.path.basename(objfile.filename).partition(".")[0]


def _parts(name):
    """(those around it, the rest with the number). A part may as well be the number and the beginning of ``is_empty``."""
    found, position = [], KIND.match(name).end()
    while True:
        digits = PART.match(name, position)
        end = digits and digits.end() + int(digits.group())
        part = digits and name[digits.end() : end].strip("_")
        if not part or name[end : end + 1] != "_" or found and _is_number(name, digits):
            return found, name[position:]
        found.append(name[digits.end() : end])
        position = end + 1


def _is_number(name, digits):
    """Whether it is the function's, as the twin tells that has the next one."""
    before, after = name[: digits.start()], name[digits.end() :]
    twin, less = (FUNCTION, -1) if kind(name) == WRAPPER else (WRAPPER, 1)
    number = int(digits.group()) + less
    wanted = "__pyx_%s_" % twin + before[KIND.match(before).end() :] + str(number or "") + after
    return gdb.lookup_static_symbol(wanted) is not None


def _new_files(event):
    for each in (_of_source, _is_for_c, _named):
        each.cache_clear()


gdb.events.new_objfile.connect(_new_files)
gdb.events.clear_objfiles.connect(_new_files)
