"""Python calls C, which calls back into Python, which calls C again."""  # @docstring

import callback  # @import


def inner(items):
    size = len(items)
    return callback.leaf(items)  # @inner


def outer(items):
    label = "outer"
    return callback.call(inner, items)  # @outer


def main():
    print("answer", outer([1, 2, 3]), flush=True)  # @main


main()  # @module
