"""Calls an extension, which calls back."""

import sys

import crossing


def back():
    here = 1
    return here  # @back


def failing():
    try:
        crossing.fail()  # @failing
    except ValueError:
        return True  # @caught


total = crossing.add(1, 2)  # @add
box = crossing.Box(3)  # @box
pair = box + box  # @plus
box.side = box.side  # @side
squares = list(map(crossing.Box, [4]))  # @map
value = box.value()  # @value
results = [total, value, crossing.call(back)]  # @call
results.append(failing())  # @fail
crossing.call(box.value)  # @through
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
