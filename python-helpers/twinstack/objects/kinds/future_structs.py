"""Which FutureObj and TaskObj this patch release has (Modules/_asynciomodule.c): CPython 3.10.6 put
``fut_exception_tb`` in between (python/cpython#90082), hence a table of a later one has it."""

from ...errors import UnknownMember

TYPE = "_asyncio.Future"
STRUCTS = (("FutureObj", "fut"), ("TaskObj", "task"))
ADDED, SIZE = "exception_tb", 8


def fit(readers, address):
    """Make the layout that of the type of a Future or Task, whose tp_basicsize tells. Raises
    UnknownMember where it is neither."""
    layout = readers.layout
    own = next((each for each in readers.types.mro(readers.types.of(address)) if each.name == TYPE), None)
    missing = layout.size("FutureObj") - own.basicsize if own else 0
    if missing == SIZE and layout.has("FutureObj", "fut_" + ADDED):
        for struct, prefix in STRUCTS:
            take_out(layout, struct, "%s_%s" % (prefix, ADDED))
    elif missing:
        raise UnknownMember("FutureObj has another size than in the table of CPython %s" % layout.name)


def take_out(layout, struct, name):
    fields = layout.fields(struct)
    at = fields.pop(name)[0]
    for each, member in fields.items():
        member[0] -= SIZE * (member[0] > at)
    layout.resize(struct, layout.size(struct) - SIZE)
