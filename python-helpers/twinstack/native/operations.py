"""Native variables and expressions: the operations on C and C++ values."""

import contextlib

import gdb

from .. import formats, handles, selection, session
from ..commands import operation
from ..cython import expressions, modules, variables as cython_variables
from ..cython.names import is_function
from ..errors import ForConsole, UserError
from ..inferior import program_calls, read_only, targets
from ..objects import locations, paths, whole_texts
from ..objects.variables import Opened
from . import dynamic_types, raised
from .blocks import NoDebugInformation, globals_of, read_global, variables_of
from .bulk import described
from .format_specifiers import Specified
from .members import PAGE, Child
from .values import readable, variable, words
from .whole_values import whole

BEHIND_PY = " In the debug console, code behind 'py:' runs, with the names of the Python frame that has called this one."


@operation("native-locals")
def native_locals(thread, level):
    """Arguments first, then the locals of all enclosing blocks from the innermost outwards."""
    frame = selection.frame(thread, level)
    try:
        with read_only.looking():
            own, added = cython_variables.split(variables_of(frame))
            return {"variables": [variable(child) for child in own] + _added(added)}
    except NoDebugInformation as error:
        return {"variables": [_remark(error)]}


def _added(children):
    """What Cython has added opens from one row."""
    row = {"name": cython_variables.ADDED, "value": "", "type": "", "kind": "virtual", "named": len(children)}
    return [dict(row, handle=handles.keep(cython_variables.Added(children)))] if children else []


def _remark(error):
    """A row that says why there are no others: a client opens the locals of any frame unasked."""
    return {"name": "[no debug information]", "value": str(error), "type": "", "kind": "virtual"}


@operation("native-globals")
def native_globals(thread, level, start=0, count=PAGE):
    """A page of the variables outside of functions in the frame's source file."""
    frame = selection.frame(thread, level)
    try:
        if is_function(frame):
            return {"variables": _of_module(frame, start, min(count, PAGE))}
        page = globals_of(frame)[start : start + min(count, PAGE)]
    except NoDebugInformation as error:
        return {"variables": [_remark(error)]}
    with read_only.looking():
        return {"variables": [variable(read_global(frame, symbol)) for symbol in page]}


def _of_module(frame, start, count):
    """Of a function of Cython's: the variables of C of its module, and the module's names."""
    in_c, mapping = modules.variables(frame), modules.names(frame)
    with read_only.looking():
        rows = [variable(child) for child in in_c[start : start + count]]
    if not mapping:
        return rows
    return rows + modules.rows(session.python().readers, mapping, max(0, start - len(in_c)), count - len(rows))


@operation("value-children")
def value_children(handle, filter=None, start=0, count=None):
    """One page of what ``handle`` opens into: at most PAGE children, read now and no others."""
    container = handles.kept(handle)
    if filter not in (None, container.sort):
        return {"variables": []}
    with read_only.looking():
        rows = _page(container, start, min(count or PAGE, PAGE))
    return {"variables": rows}


def _page(container, start, count):
    if isinstance(container, Opened):
        return container.variables(start, count)
    page = container.page(start, count)
    return described(page) if container.sort == "indexed" else [variable(child) for child in page]


@operation("native-evaluate")
def native_evaluate(thread, level, expression, context="watch"):
    """The value of a C or C++ expression in a frame; only "repl" may call functions or write, and
    there is nothing to call or write in a core file. It may end in a format specifier."""
    selection.frame(thread, level)
    if context == "repl" and not targets.is_core():
        with program_calls.only_where_possible():
            return _evaluated(expression, evaluated_once=True)
    with _reading(expression):
        return _evaluated(expression)


@operation("native-whole-text")
def native_whole_text(thread, level, expression):
    """The value of a C or C++ expression as text in full, in pages as the operation ``whole-text``; it says where it was cut."""
    selection.frame(thread, level)
    with _reading(expression):
        found = _evaluated(expression)
        if "object" in found:
            with formats.copying():
                return whole_texts.keep(whole_texts.of_variable(session.python().readers, found))
        made = whole_texts.Made(whole(Specified(expression).value(), formats.copied_limit()))
        return whole_texts.keep(made, made.total)


@operation("code-location")
def code_location(address):
    """The {"file", "line"} of a C function, as the operation ``location``."""
    return locations.of_code(int(address, 0))


@contextlib.contextmanager
def _reading(expression):
    """Inside, nothing may be called or written; why not is told in a whole sentence."""
    read_only.check(expression)
    try:
        with read_only.looking():
            yield
    except UserError as error:
        raise UserError(read_only.sentence(expression, error)) from None


def _evaluated(expression, evaluated_once=False):
    refused, python = None, expressions.of_python(expression)
    try:
        if python is not None:
            return python.variable(expression)
    except paths.NoPath as error:
        refused = UserError(error.plain + BEHIND_PY)  # it may be one of C, in which objects are pointers
    except ForConsole as error:
        raise UserError(error.plain) from None
    specified = Specified(expression)
    try:
        with raised.told(expression):
            value = specified.value()
        child = dynamic_types.behind(Child(expression, value, specified.access(evaluated_once)))
        return specified.shown(readable(child), value)
    except gdb.error as error:
        raise UserError(words(error)) if refused is None or read_only.is_call(error) else refused from None
