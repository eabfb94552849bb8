"""What differs between CPython versions beyond offsets: chosen here, once."""

from collections import namedtuple

from . import attributes, frames, scalars

Version = namedtuple("Version", "walk instance_values ints")

VERSIONS = {
    "3.11": Version(frames.EntryWalk, attributes.ValuesBeforeObject, scalars.Ints),
    "3.12": Version(frames.NewestPerCFrameWalk, attributes.TaggedDictBeforeObject,
                    scalars.TaggedInts),
    "3.13": Version(frames.ShimWalk, attributes.ValuesInObject, scalars.TaggedInts),
}
