"""The known names that are nearest to one that is not known, for an error's text."""

from ..later import difflib

MAX_NAMES = 5000  # looked at for the nearest ones


def nearest(name, names, noun="name"):
    """Text to append to an error, such as "; the nearest name is 'x'"; empty when none is near."""
    near = difflib.get_close_matches(name, sorted(names), 3, 0.7)
    if not near:
        return ""
    if len(near) == 1:
        return "; the nearest %s is '%s'" % (noun, near[0])
    return "; the nearest %ss are '%s' and '%s'" % (noun, "', '".join(near[:-1]), near[-1])
