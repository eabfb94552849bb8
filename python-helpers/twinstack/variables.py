"""Python objects as VARIABLEs: what a client shows and opens.

A VARIABLE is a dict with "name", "value", "type" and, when it opens, "object" (address), the
numbers of children "named" and "indexed", and "access", the text that reaches it from its parent;
"attributes" are those of DAP's VariablePresentationHint.
"""

from . import slices
from .errors import CorruptMemory
from .kinds.base import Part, Text
from .readers import MAX_ATTRIBUTES

C_VIEW = "[C view]"
KINDS = {
    "function": "method",
    "builtin_function_or_method": "method",
    "method": "method",
    "type": "class",
    "property": "property",
}


def describe(readers, address):
    """VARIABLE of an object, without its name. Never raises for corrupt memory."""
    try:
        return described(readers, address)
    except CorruptMemory as error:
        return {"value": "<error: %s>" % error, "type": ""}


def described(readers, address):
    type_object, place = readers.types.of(address), hex(address)
    kind = readers.kind(type_object.builtin)
    found = {
        "value": readers.text(address),
        "type": readers.names.qualname(type_object),
        "object": place,
        "memory": place,
        "named": named_count(readers, kind, address, type_object) + 1,
    }
    indexed = length(kind, address)
    if indexed:
        found["indexed"] = indexed
    if type_object.builtin in KINDS:
        found["kind"] = KINDS[type_object.builtin]
    if isinstance(kind, Text):
        found["attributes"] = ["rawString"]
    return found


def length(kind, address):
    """Number of indexed children; the value already tells when it cannot be."""
    try:
        return kind.length(address)
    except CorruptMemory:
        return 0


def named_count(readers, kind, address, type_object):
    """Number of named children but for the last; what cannot be read counts as one."""
    try:
        members = kind.member_count(address, type_object)
        return members + readers.attribute_count(address, type_object)
    except CorruptMemory:
        return len(named(readers, address, 0, MAX_ATTRIBUTES))


def variable(readers, name, address, access=None):
    """VARIABLE of an object. ``address`` may be the CorruptMemory met where it should be, or 0."""
    if isinstance(address, CorruptMemory):
        return {"name": name, "value": "<error: %s>" % address, "type": ""}
    if not address:
        return {"name": name, "value": "<not set>", "type": ""}
    found = describe(readers, address)
    found["name"] = name
    if access is not None:
        found["access"] = access
    return found


def named(readers, address, start, count):
    """A page of the named children: (name, address), those of the kind first, then the attributes.

    A sort of them that cannot be read is one child whose address is a CorruptMemory.
    """
    type_object = readers.types.of(address)
    kind = readers.kind(type_object.builtin)
    members = readable("[members]", lambda: kind.members(address, type_object))
    page = members[start : start + count]
    first, left = max(0, start - len(members)), count - len(page)
    return page + readable("[attributes]", lambda: readers.attributes(address, first, left))


def readable(name, read):
    try:
        return [(each, value) for each, value in read() if value]
    except CorruptMemory as error:
        return [(name, error)]


def children(readers, address, only, start, count):
    """A page of an object's children.

    ``only``: "indexed", "named", or None for both in this order.
    """
    kind = readers.kind_of(address)
    total = length(kind, address) if only != "named" else 0
    page = []
    if start < total:
        page = indexed_page(readers, kind, address, start, min(count, total - start))
    if only != "indexed":
        page += named_page(readers, address, max(0, start - total), count - len(page))
    return page


def indexed_page(readers, kind, address, start, count):
    try:
        items = kind.items(address, start, count)
    except CorruptMemory as error:
        return [variable(readers, "[items]", error)]
    return [item_variable(readers, item) for item in items]


def item_variable(readers, item):
    """VARIABLE of an indexed child."""
    if isinstance(item, Part):
        part = slices.of(readers, item.address, item.first, item.last)
        return part.variable(item.label, item.access)
    return variable(readers, item.label, item.address, item.access)


def slice_children(readers, part, start, count):
    """A page of what a slices.Slice opens into."""
    return [item_variable(readers, item) for item in part.items(start, count)]


def named_page(readers, address, start, count):
    """A page of the named children; the last of all is the view as a C struct."""
    type_object = readers.types.of(address)
    kind = readers.kind(type_object.builtin)
    page = [
        variable(readers, name, value, kind.access(name, value))
        for name, value in named(readers, address, start, count)
    ]
    if start <= named_count(readers, kind, address, type_object) < start + count:
        page.append(c_view(readers, address))
    return page


def c_view(readers, address):
    type_name = readers.types.of(address).name
    return {
        "name": C_VIEW,
        "value": hex(address),
        "type": type_name,
        "cView": hex(address),
        "kind": "virtual",
        "attributes": ["readOnly"],
        "memory": hex(address),
    }
