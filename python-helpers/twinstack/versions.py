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
