"""Strings too long to be shown, of Python and of C."""

import texts


def main():
    short = "it's short"
    long = "".join("%d," % i for i in range(1000))[:2500]
    million = "é" * 1_000_000
    two_millions = "ab" * 1_000_000
    raw = bytes(range(256)) * 20
    items = list(range(5000))
    texts.look(long)
    return short, million, two_millions, raw, items


main()
