"""Strings of every length and width."""

import probe


def main():
    short = "short 'one'"
    long = "".join("%d," % i for i in range(1000))[:2500]
    million, accented, faces = "x" * 1000000, "é" * 1000000, "😀" * 100000
    raw = b"r" * 1000000
    quotes = b"'\"\\\x00\n"
    two_millions = "ab" * 1000000
    items = list(range(5000))
    table = {i: "v" * 400 for i in range(50)}
    probe.checkpoint(None)


main()
