"""Does an object equal a literal? By reading both, where Python would call __eq__."""


def equals(readers, address, literal):
    """``literal``: None, an int, float, str, bytes, or a tuple of such."""
    type_object = readers.types.of(address)
    if literal is None:
        return type_object.name == "NoneType"
    kind = type_object.builtin
    if isinstance(literal, (int, float)):
        return kind in ("int", "bool", "float") and number(readers, address, kind) == literal
    if isinstance(literal, tuple):
        return kind == "tuple" and equal_items(readers, address, literal)
    return kind == type(literal).__name__ and equal_text(readers.kind(kind), address, literal)


def number(readers, address, kind):
    return readers.kind("float").value(address) if kind == "float" else readers.ints.value(address)


def equal_items(readers, address, literal):
    if readers.sequences.length(address) != len(literal):
        return False
    items = readers.sequences.tuple_items(address, 0, len(literal))
    return all(equals(readers, item, wanted) for item, wanted in zip(items, literal))


def equal_text(kind, address, literal):
    length = len(literal)
    return kind.characters(address) == length and kind.part(address, 0, length) == literal
