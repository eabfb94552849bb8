"""The variables that a native frame can see, in the order in which they are shown."""

import gdb

from ..cython.names import is_function, own
from ..cython.variables import arranged
from ..errors import UserError
from .accesses import quoted
from .members import Child, read


class NoDebugInformation(UserError):
    """Nothing is known of the variables of a function."""


def variables_of(frame):
    """Children for the frame's arguments, then for its locals, innermost block first; what Cython has added comes last.

    A local that an inner one hides is told apart by its line, ``name (line N)``, and has no
    expression: C cannot name it.
    """
    arguments, scopes = _symbols(frame)
    seen = set()
    rows = [_child(frame, symbol, seen) for scope in scopes for symbol in scope]
    rows[:0] = [_child(frame, symbol, seen) for symbol in arguments]
    return arranged(frame, rows) if is_function(frame) else rows


def parameters_of(frame):
    """Children for the arguments of a frame's function."""
    arguments, _ = _symbols(frame)
    return [_child(frame, symbol, set()) for symbol in arguments]


def globals_of(frame):
    """Symbols of the variables that the frame's source file defines outside of functions: statics and
    globals, those of classes and namespaces included, in order of line."""
    symtab = frame.find_sal().symtab
    if symtab is None:
        raise _no_debug_information(frame)
    blocks = symtab.static_block(), symtab.global_block()
    variables = (symbol for block in blocks for symbol in block if symbol.is_variable)
    own = (symbol for symbol in variables if symbol.symtab.filename == symtab.filename)
    return sorted(own, key=lambda symbol: (symbol.line, symbol.print_name))


def read_global(frame, symbol):
    """The Child of one of the symbols of ``globals_of``, with the expression that leads to it."""
    child = read(symbol.print_name, lambda: symbol.value(frame))
    return child._replace(access=_access(symbol, child.value))


def _access(symbol, value):
    """Its name, or where that means something else in the selected frame (a local, a member of "this") its
    file's and its name; None where neither leads to it."""
    in_file = "'%s'::%s" % (symbol.symtab.filename, symbol.print_name)
    names = quoted(symbol.print_name), in_file
    return next((name for name in names if _leads(name, value)), None)


def _leads(expression, value):
    try:
        return value.address is not None and gdb.parse_and_eval(expression).address == value.address
    except (AttributeError, RuntimeError):  # it could not be read; GDB's parser takes no such name
        return False


def _symbols(frame):
    """The function's arguments, and for every block outwards its locals in order of line."""
    block = _block(frame)
    scopes = []
    while block is not None:
        symbols = list(block)
        scopes.append(sorted(filter(_is_local, symbols), key=_line))
        if block.function is not None:
            return [symbol for symbol in symbols if symbol.is_argument], scopes
        block = block.superblock
    return [], scopes


def _block(frame):
    try:
        return frame.block()
    except RuntimeError:
        raise _no_debug_information(frame) from None


def _no_debug_information(frame):
    function = frame.name() or "this function"
    return NoDebugInformation(
        "The variables of %s are not known: its object file has no debug information." % function
    )


def _is_local(symbol):
    return symbol.is_variable and not symbol.is_argument


def _line(symbol):
    return symbol.line


def _child(frame, symbol, seen):
    """One variable; its value is read now, or why it cannot be."""
    name = symbol.print_name
    child = read(own(name), lambda: symbol.value(frame), own(name))
    if name in seen:
        return Child("%s (line %d)" % (child.name, symbol.line), child.value)
    seen.add(name)
    return child
