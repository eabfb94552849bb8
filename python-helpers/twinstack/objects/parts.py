"""What a long text opens into: parts, some twenty at most, a big one again into smaller ones.

A page of them is small whatever the text's length, and each character is a few steps away.
"""

SMALLEST = 1000  # characters of a part that is shown whole
MOST = 20


def borders(first, last):
    """The positions at which the parts of the text from ``first`` to ``last`` begin."""
    size = SMALLEST
    while last - first > MOST * size:
        size *= 10
    return range(first, last, size)


def page(first, last, start, count):
    """(first, last) of some of the parts."""
    found = borders(first, last)
    return [(each, min(each + found.step, last)) for each in found[start : start + count]]
