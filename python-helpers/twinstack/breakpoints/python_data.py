"""Data breakpoints on the state of Python: dataBreakpointInfo for its variables (python_watchpoints watches them)."""

import json

import gdb

from .. import session
from ..commands import operation
from ..errors import CorruptMemory, UserError
from ..objects import paths
from ..objects.evaluate import Evaluator
from . import value_places
from .python_watchpoints import MARK

NOWHERE = "'%s' is kept in no memory of its own that could be watched: it is no variable, item of a list or dict, or attribute of an instance."


@operation("python-data-breakpoint-info")
def python_data_breakpoint_info(expression, name=None, thread=None, frame=None, parent=None, outside=False, references=False):
    """{"dataId", "description", "access": "write"} of what a path leads to in a Python frame, among its globals alone when it is ``outside``; of a
    child, shown as ``name``, whose access it is, of the object at ``parent``; with ``references`` of the number of references to that. Raises
    UserError with the reason why it cannot be watched."""
    python = session.python()
    address = parent and int(parent, 0)
    try:
        if references:
            place = value_places.reference_count(python, address)
        elif parent:
            place = _of_child(python, address, paths.parse("_" + expression)[1][-1], name or expression)
        else:
            place = _of_path(python, expression, python.stacks.frame(int(frame, 0), thread), thread, outside)
        place.find(python)
    except CorruptMemory as error:
        raise UserError("'%s' cannot be watched: %s." % (expression, error)) from None
    fields = {name: value for name, value in vars(place).items() if not name.startswith("_")}
    identity = dict(fields, process=gdb.selected_inferior().pid, **{MARK: type(place).__name__})
    return {"dataId": json.dumps(identity, sort_keys=True), "description": place.name, "access": "write"}


def _of_path(python, expression, frame, thread, outside):
    name, steps = paths.parse(expression)
    if not steps:
        return _of_name(python, name, frame, thread, outside)
    parent = Evaluator(python.readers, python.scopes, frame).evaluate(name + "".join(map(str, steps[:-1])))
    if not isinstance(parent, int):
        raise UserError(NOWHERE % expression)
    return _of_child(python, parent, steps[-1], expression)


def _of_name(python, name, frame, thread, outside):
    cell, index = (None, None) if outside else python.scopes.place(frame, name)
    if cell:
        offset = python.readers.layout.offset("PyCellObject", "ob_ref")
        return value_places.Member.of_object(python, name, cell, offset=offset)
    if index is not None:
        return value_places.Local(name, frame.address, frame.code.address, index=index, thread=thread)
    for mapping in (0 if outside else python.scopes.names_in(frame), python.scopes.globals(frame)):
        place = mapping and python.readers.dicts.place(mapping, _named(python, name))
        if place:
            return value_places.DictEntry.of_object(python, name, mapping, key=place.key)
    raise UserError(NOWHERE % name)


def _named(python, name):
    equals, is_str = python.readers.strings.equality(name), python.readers.is_str
    return lambda key: equals(key) and is_str(key)


def _of_child(python, parent, step, name):
    readers = python.readers
    type_object = readers.types.of(parent)
    if isinstance(step, paths.Attribute):
        return _of_attribute(python, parent, step.name, name)
    mapping = readers.kind(type_object.builtin).mapping(parent)
    if mapping:
        is_key = _named(python, step.key) if isinstance(step.key, str) else lambda key: readers.label(key) == repr(step.key)
        place = readers.dicts.place(mapping, is_key)
        if place:
            return value_places.DictEntry.of_object(python, name, parent, key=place.key)
    elif type_object.builtin == "list" and isinstance(step.key, int):
        count = readers.sequences.length(parent)
        index = step.key + count if step.key < 0 else step.key
        if 0 <= index < count:
            return value_places.ListItem.of_object(python, name, parent, index=index)
    raise UserError(NOWHERE % name)


def _of_attribute(python, parent, attribute, name):
    readers, type_object = python.readers, python.readers.types.of(parent)
    place = readers.values.place(parent, type_object, _named(python, attribute))
    if place:
        return value_places.Attribute.of_object(python, name, parent, key=place.key)
    offset = dict(readers.slots.of_type(type_object)).get(attribute)
    if offset is None:
        raise UserError(NOWHERE % name)
    return value_places.Member.of_object(python, name, parent, offset=offset)
