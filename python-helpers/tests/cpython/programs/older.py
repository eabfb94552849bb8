"""What extensions could make of older CPythons: frames without an evaluator, wide strings."""

import probe


def innermost():
    wide = probe.wide()
    probe.checkpoint(None)
    return wide


def outer():
    return probe.in_a_frame(lambda: probe.in_a_frame(innermost))


def main():
    return outer()


main()
