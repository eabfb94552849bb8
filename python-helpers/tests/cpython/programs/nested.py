"""A sub-interpreter that runs inside a call of the main one, on the same thread."""

import probe

SOURCE = """
def innermost():
    checkpoint(None)

def sub(n):
    return sub(n - 1) if n else innermost()

sub(2)
"""


def main():
    return sorted([1], key=lambda _: probe.in_subinterpreter(SOURCE))


main()
