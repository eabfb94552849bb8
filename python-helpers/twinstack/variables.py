"""Python objects as VARIABLEs: what a client shows and opens.

A VARIABLE is a dict with "name", "value", "type" and, when it opens, "object" (address), the
numbers of children "named" and "indexed", and "access", the text that reaches it from its parent.
"""

import keyword

from .errors import CorruptMemory

C_VIEW = "[C view]"
KINDS = {"function": "method", "builtin_function_or_method": "method", "method": "method",
         "type": "class", "property": "property"}


def describe(readers, address):
    """VARIABLE of an object, without its name. Never raises for corrupt memory."""
    try:
        return described(readers, address)
    except CorruptMemory as error:
        return {"value": "<error: %s>" % error, "type": ""}


def described(readers, address):
    type_object = readers.types.of(address)
    kind = readers.kind(type_object.builtin)
    found = {"value": readers.text(address), "type": readers.names.qualname(type_object),
             "object": hex(address), "memory": hex(address),
             "named": len(named(readers, address)) + 1}
    indexed = kind.length(address)
    if indexed:
        found["indexed"] = indexed
    if type_object.builtin in KINDS:
        found["kind"] = KINDS[type_object.builtin]
    return found


def variable(readers, name, address, access=None):
    """VARIABLE of an object; an unset one is told as such."""
    found = {"name": name, "value": "<not set>", "type": ""} if not address else dict(
        describe(readers, address), name=name)
    if access is not None:
        found["access"] = access
    return found


def named(readers, address):
    """Named children: (name, address), those of the kind first, then the attributes."""
    type_object = readers.types.of(address)
    members = readers.kind(type_object.builtin).members(address, type_object)
    return [(name, value) for name, value in members if value] + readers.attributes(address)


def children(readers, address, only, start, count):
    """A page of an object's children. ``only``: "indexed", "named", or None for both in this order."""
    kind = readers.kind_of(address)
    length = kind.length(address) if only != "named" else 0
    page = []
    if start < length:
        items = kind.items(address, start, min(count, length - start))
        page = [variable(readers, item.label, item.address, item.access) for item in items]
    if only != "indexed":
        page += named_page(readers, address, max(0, start - length), count - len(page))
    return page


def named_page(readers, address, start, count):
    """A page of the named children; the last of all is the view as a C struct."""
    found = named(readers, address)
    page = [variable(readers, name, value, attribute_access(name))
            for name, value in found[start : start + count]]
    if start <= len(found) < start + count:
        page.append(c_view(readers, address))
    return page


def c_view(readers, address):
    type_name = readers.types.of(address).name
    return {"name": C_VIEW, "value": hex(address), "type": type_name, "cView": hex(address),
            "kind": "virtual", "memory": hex(address)}


def attribute_access(name):
    return "." + name if name.isidentifier() and not keyword.iskeyword(name) else None
