"""Calls a C function in each way in which CPython passes arguments."""

import sys

import conventions

made = conventions.Called()
results = [conventions.keywords(1, key=2)]  # @keywords
results.append(conventions.fast(1, 2))  # @fast
results.append(conventions.named(1, 2, key=3))  # @named
results.append(made.of_class())  # @of_class
results.append(made.of_none())  # @of_none
results.append(made(1, 2, 3))  # @called
results.append(made.defined(1) if hasattr(made, "defined") else 1)  # @defined
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
