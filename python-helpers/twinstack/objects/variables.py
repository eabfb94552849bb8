"""Python objects as VARIABLEs: what a client shows and opens.

A VARIABLE is a dict with "name", "value", "type" and, when it opens, "object" (address, also that of
its "memory" where there is no other), "handle" or "group", the numbers of children "named" and "indexed" (left out where both are few: then they are
read at once), and "access", the text that reaches it from its parent; "attributes" are those of
DAP's VariablePresentationHint; "expression": one of C that reaches it by its address, where there is
no access; "located": the operation ``location`` may tell where the object is
defined; "repr": address of an object whose repr() the operation ``python-repr`` makes, in the place of a value.
"""

from .. import formats, handles
from ..errors import CorruptMemory
from . import slices
from .groups import MAX_GROUPED, Grouped
from .kinds.base import Part, Text, Value
from .kinds.containers import ListKind

C_VIEW = "[C view]"
REPR = "repr()"
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
    type_object = readers.types.of(address)
    kind = readers.kind(type_object.builtin)
    is_scalar = kind.IS_SCALAR and not type_object.is_heap
    found = {
        "value": readers.scalar(kind, address) if is_scalar else readers.text(address),
        "type": readers.names.qualname(type_object),
        "object": hex(address),
    }
    if is_scalar:
        return found
    indexed = length(kind, address)
    if indexed:
        found["indexed"] = indexed
    if indexed or in_dict(readers, address, type_object) > MAX_GROUPED:
        found["named"] = Named(readers, address).count()
    if type_object.builtin in KINDS:
        found["kind"] = KINDS[type_object.builtin]
    if readers.locations.is_offered(address):
        found["located"] = True
    if isinstance(kind, Text):
        found["attributes"] = ["rawString"]
    return found


def length(kind, address):
    """Number of indexed children; the value already tells when it cannot be."""
    try:
        return kind.length(address)
    except CorruptMemory:
        return 0


def in_dict(readers, address, type_object):
    """Number of attributes in a dict of its own; only opening it tells when it cannot be."""
    try:
        return readers.values.count_in_dict(address, type_object)
    except CorruptMemory:
        return 0


def variable(readers, name, content, access=None):
    """VARIABLE of an object or kinds.base.Value. ``content`` may be the CorruptMemory met where an
    address should be, or 0."""
    if isinstance(content, CorruptMemory):
        return {"name": name, "value": "<error: %s>" % content, "type": ""}
    if not content:
        return {"name": name, "value": "<not set>", "type": ""}
    is_value = isinstance(content, Value)
    found = described_value(readers, content) if is_value else describe(readers, content)
    found["name"] = name
    if access is not None:
        found["access"] = access
    return found


def described_value(readers, value):
    """VARIABLE of a Value, without its name."""
    found = {"value": value.text, "type": value.type}
    if value.rows:
        found["handle"] = handles.keep(Opened(readers, value.rows))
        found[value.rows.sort] = value.rows.count
    return found


class Opened:
    """A kinds.base.Rows behind a handle: its page as VARIABLEs."""

    def __init__(self, readers, rows):
        self._readers, self._rows = readers, rows
        self.sort, self.count = rows.sort, rows.count

    def variables(self, start, count):
        return [variable(self._readers, *each) for each in self._rows.page(start, count)]


class Named:
    """The named children of an object: what its repr() is, where only its own code knows that; groups of attributes, members of its
    kind, attributes, the view as a C struct. A sort of them that cannot be read is one child with the error."""

    def __init__(self, readers, address):
        self._readers, self._address = readers, address
        self._type = readers.types.of(address)
        self._kind = readers.kind(self._type.builtin)
        members = readable("[members]", lambda: readers.members(address, self._type))
        total = self._attribute_count()
        self._ungrouped = total if total > MAX_GROUPED else 0
        attributes = [] if self._ungrouped or not total else self._attributes(0, MAX_GROUPED)
        self._grouped = Grouped(readers, attributes, members)
        offers_repr = formats.offers_code() and readers.reprs.is_untold(address, self._type)
        self._first = [repr_row(address)] if offers_repr else []

    def count(self):
        return len(self._first) + len(self._grouped.entries()) + self._ungrouped + 1

    def page(self, start, count):
        first = self._first + self._grouped.entries()
        page = first[start : start + count]
        start = max(0, start - len(first))
        if start < self._ungrouped and len(page) < count:
            page += self._attributes(start, count - len(page))
        if start <= self._ungrouped and len(page) < count:
            page.append(c_view(self._readers, self._address))
        return [self._row(each) for each in page]

    def group(self, name, start, count):
        """A page of the rows that open from one group."""
        return [self._row(each) for each in self._grouped.entries(name)[start : start + count]]

    def _attribute_count(self):
        try:
            return self._readers.attributes.count(self._address, self._type)
        except CorruptMemory:
            return 1  # the error

    def _attributes(self, start, count):
        return readable("[attributes]", lambda: self._readers.attributes.of(self._address, start, count))

    def _row(self, entry):
        if isinstance(entry, dict):
            return entry
        name, content = entry
        is_error = isinstance(content, CorruptMemory)
        access = None if is_error else self._kind.access(name, content)
        return variable(self._readers, name, content, access)


def readable(name, read):
    try:
        return [(each, value) for each, value in read() if value]
    except CorruptMemory as error:
        return [(name, error)]


def children(readers, address, only, start, count, group=None):
    """A page of an object's children.

    ``only``: "indexed", "named", or None for both in this order; ``group``: those in it instead.
    """
    if group is not None:
        return [] if only == "indexed" else Named(readers, address).group(group, start, count)
    kind = readers.kind_of(address)
    total = length(kind, address) if only != "named" else 0
    page = []
    if start < total:
        page = indexed_page(readers, kind, address, start, min(count, total - start))
    if only != "indexed" and len(page) < count:
        page += Named(readers, address).page(max(0, start - total), count - len(page))
    return page


def total(readers, address, only):
    """Number of children but for an extension's own fields; ``only`` as in children()."""
    indexed = length(readers.kind_of(address), address) if only != "named" else 0
    return indexed + Named(readers, address).count()


def indexed_page(readers, kind, address, start, count):
    try:
        if isinstance(kind, ListKind):
            return list_page(readers, start, kind.addresses(address, start, count))
        items = kind.items(address, start, count)
    except CorruptMemory as error:
        return [variable(readers, "[items]", error)]
    return [item_variable(readers, item) for item in items]


def list_page(readers, start, addresses):
    """VARIABLEs of the items of a list or tuple, of which there may be very many."""
    row, page = readers.leaves.row, []
    for index, address in enumerate(addresses, start):
        label = "[%d]" % index
        page.append(row(label, address, label) or variable(readers, label, address, label))
    return page


def item_variable(readers, item):
    """The VARIABLE for an indexed child, or for the part of a long row that opens into more of them."""
    if isinstance(item, Part):
        part = slices.of(readers, item.address, item.first, item.last)
        return part.variable(item.label, item.access)
    return variable(readers, item.label, item.address, item.access)


def slice_children(readers, part, start, count):
    """A page of what a slices.Slice opens into."""
    return [item_variable(readers, item) for item in part.items(start, count)]


def repr_row(address):
    return {"name": REPR, "value": "", "type": "", "repr": hex(address)}


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
