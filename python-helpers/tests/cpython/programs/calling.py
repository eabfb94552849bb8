"""Lines that call several functions, of Python and of C."""

import functools
import sys

import crossing


class Counter:
    def __init__(self, start):
        self.count = start  # @init

    def more(self, by):
        return self.count + by  # @more


def twice(number):
    return 2 * number  # @twice


class Louder(Counter):
    def more(self, by):
        return super().more(by)  # @super


def paired(first, second, called):
    held = first, second.more(called(2))  # @locals
    again = called; again(3)  # @again
    return held


ten, cached, added = functools.partial(twice, 5), functools.lru_cache()(twice), functools.partial(functools.partial(crossing.add), 1)


def wrapped():
    return ten() + cached(3) + added(2) + cached(3)  # @wrapped


def work(items):
    counter = Counter(len(items))  # @made
    value = crossing.add(twice(1), counter.more(twice(2 if items else 3)))  # @nested
    box = crossing.Box(twice(value)).value()  # @box
    items.append(twice(box) + [*map(twice, items)].pop())  # @append
    return items + [value]  # @end


paired(Counter(1), Louder(2), twice)
results = work([1, 2])
wrapped()
with open(sys.argv[1], "w") as file:
    file.write(repr(results))
