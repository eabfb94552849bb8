"""Iterators that C makes."""

import collections
import itertools


class SequenceOfOne:
    def __getitem__(self, index):
        return [1][index]


def iterators():
    half, seen = iter([1, 2, 3]), zip("ab", "cd")
    next(half), next(seen)
    exhausted = iter([])
    list(exhausted)
    return {
        "half": half,
        "exhausted": exhausted,
        "tuple_iterator": iter((1, 2)),
        "text_iterator": iter("abc"),
        "bytes_iterator": iter(b"abc"),
        "dict_iterator": iter({"a": 1}),
        "set_iterator": iter({1}),
        "deque_iterator": iter(collections.deque([1, 2])),
        "range_iterator": iter(range(3)),
        "backward": reversed([1, 2]),
        "backward_tuple": reversed((1, 2)),
        "sequence_iterator": iter(SequenceOfOne()),
        "call_iterator": iter(int, 1),
        "enumerated": enumerate("ab"),
        "zipped": seen,
        "mapped": map(int, "12"),
        "filtered": filter(None, [1]),
        "counted": itertools.count(5),
        "counted_by_two": itertools.count(5, 2),
        "counted_reals": itertools.count(0.5, 0.25),
        "chained": itertools.chain([1], [2]),
        "repeated": itertools.repeat([1], 3),
        "repeated_for_ever": itertools.repeat("x"),
        "part_of_iterator": started(itertools.islice([1, 2, 3, 4], 1, None, 2)),
        "cycled": started(itertools.cycle([1, 2])),
    }


def started(iterator):
    next(iterator)
    return iterator
