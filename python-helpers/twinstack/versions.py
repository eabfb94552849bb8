"""What differs between CPython versions beyond offsets: chosen here, once."""

from collections import namedtuple

from . import attributes, scalars, walks

Version = namedtuple("Version", "walk instance_values ints")

VERSIONS = {
    "3.11": Version(walks.EntryWalk, attributes.ValuesBeforeObject, scalars.Ints),
    "3.12": Version(
        walks.NewestPerCFrameWalk, attributes.TaggedDictBeforeObject, scalars.TaggedInts
    ),
    "3.13": Version(walks.ShimWalk, attributes.ValuesInObject, scalars.TaggedInts),
    "3.13t": Version(walks.ShimWalk, attributes.FreeThreadedValues, scalars.TaggedInts),
    "3.14": Version(walks.ShimWalk, attributes.ValuesInObject, scalars.TaggedInts),
    "3.14t": Version(walks.ShimWalk, attributes.FreeThreadedValues, scalars.TaggedInts),
    "3.15": Version(walks.ShimWalk, attributes.ValuesInObject, scalars.TaggedInts),
    "3.15t": Version(walks.ShimWalk, attributes.FreeThreadedValues, scalars.TaggedInts),
}

SINCE = {  # what repr() does from which CPython on
    "ordered dict as dict": (3, 12),
    "wrapped methods told": (3, 10),
    "weak proxies quote": (3, 13),
    "types in full": (3, 14),
}


def features(name):
    """The names in SINCE that the CPython of a layout's name ("3.13t") has."""
    version = tuple(int(part) for part in name.rstrip("t").split("."))
    return {feature for feature, since in SINCE.items() if version >= since}
