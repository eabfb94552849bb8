"""Calls what an extension module has that Cython or pybind11 has made."""

import sys

sys.path.insert(0, sys.argv[1])
module = __import__(sys.argv[2])
counter = module.Counter()
number = module.twice(21)  # @function
number = counter.add(number)  # @method
number = module.thrice(number)  # @other
print(number)  # @behind
