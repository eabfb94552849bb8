"""What differs between CPython versions beyond offsets: chosen here, once."""

from collections import namedtuple

from ..objects import attributes, scalars
from ..stack import frame_object_walks, line_numbers, lines, scopes, walks


class Version(namedtuple("Version", "walk instance_values ints position scopes")):
    """How frames are linked, where instances keep values, how ints are coded, how a table gives
    the position of an instruction, where frames keep their variables."""

    def __new__(
        cls, walk, instance_values, ints, position=lines.position, scopes=scopes.Scopes
    ):
        return super().__new__(cls, walk, instance_values, ints, position, scopes)


def nearest(name):
    """The Version of a layout's name, such as "3.14t"; of one newer than all known that of the
    newest of its flavour. None for one that is older or unheard of."""
    known = known_as(name)
    return known and VERSIONS[known]


def known_as(name):
    """The name in VERSIONS by which CPython ``name`` is read; None when it cannot be."""
    if name in VERSIONS:
        return name
    alike = [each for each in VERSIONS if each.endswith("t") == name.endswith("t")]
    newest = max(alike, key=minor)
    return newest if minor(name) > minor(newest) else None


def minor(name):
    """The version of a table's name as numbers: "3.14t" is (3, 14)."""
    major, _, rest = name.rstrip("t").partition(".")
    return int(major), int(rest)


BEFORE_310 = Version(
    frame_object_walks.CodeRangeWalk,
    attributes.InstanceValues,
    scalars.Ints,
    line_numbers.lnotab,
    scopes.FrameObjectScopes,
)
SINCE_313 = Version(walks.ShimWalk, attributes.ValuesInObject, scalars.TaggedInts)
FREE_THREADED = Version(walks.ShimWalk, attributes.FreeThreadedValues, scalars.TaggedInts)
VERSIONS = {
    "3.8": BEFORE_310,
    "3.9": BEFORE_310,
    "3.10": Version(
        frame_object_walks.CFrameChainWalk,
        attributes.InstanceValues,
        scalars.Ints,
        line_numbers.linetable,
        scopes.FrameObjectScopes,
    ),
    "3.11": Version(walks.EntryWalk, attributes.ValuesBeforeObject, scalars.Ints),
    "3.12": Version(
        walks.NewestPerCFrameWalk, attributes.TaggedDictBeforeObject, scalars.TaggedInts
    ),
    "3.13": SINCE_313,
    "3.13t": FREE_THREADED,
    "3.14": SINCE_313,
    "3.14t": FREE_THREADED,
    "3.15": SINCE_313,
    "3.15t": FREE_THREADED,
}

SINCE = {  # what repr() does from which CPython on
    "ordered dict as dict": (3, 12),
    "nameless flags": (3, 11),
    "modules by spec": (3, 10),
    "weak references tell modules": (3, 13),
    "callbacks without arguments": (3, 13),
}


def features(name):
    """The names in SINCE that the CPython of a layout's name ("3.13t") has."""
    return {feature for feature, since in SINCE.items() if minor(name) >= since}
