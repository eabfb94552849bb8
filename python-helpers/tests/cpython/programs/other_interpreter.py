"""Runs the same function here, in another interpreter, and here again."""

import sys

try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters


def add(number):
    return number + 1  # @sum


if __name__ == "__main__":
    results = [add(1)]
    interpreters.run_string(interpreters.create(), "import sys; sys.path.insert(0, %r); import other_interpreter as o; o.add(2)" % sys.path[0])
    results.append(add(3))
    with open(sys.argv[1], "w") as file:
        file.write(repr(results))
