"""As many frames as argv[1] says, with arguments of the commonest types."""

import sys

import probe


class Item:
    def __init__(self, name):
        self.name = name


def recursive(n, item, numbers):
    text = "%d left" % n
    if n:
        recursive(n - 1, item, numbers)  # @again
    else:
        probe.values(None, n, text)  # @leaf
    return text


sys.setrecursionlimit(200000)
recursive(int(sys.argv[1]), Item("bolt"), [1, (-2, None), {"key": {3}}])
