"""What extensions could make of older CPythons: frames without an evaluator, wide strings."""

import probe


def innermost():
    wide = probe.wide()
    probe.checkpoint(None)
    return wide


def outer():
    return probe.in_a_frame(lambda: probe.in_a_frame(innermost))


def deep(n):
    return deep(n - 1) if n else probe.in_a_frame(outer)


def main():
    return deep(100)


main()
