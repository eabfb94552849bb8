"""Lines of which some are left out, and some run again."""

import sys


def count(found):
    return len(found)  # @count


def work():
    found = [0]
    found.append(1)  # @first
    found.append(2)  # @second
    found.append(2)  # @third
    for number in [1]:  # @loop
        found.append(count(found) - 3 + number - number)  # @inside
    return found


results = work()
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
