"""Frames of every sort below one checkpoint: functions, closures, class bodies, comprehensions."""

import probe

module_level, part = "global", bytearray(b"part")


def outer(argument, *rest, keyword=None, **more):
    cell = [1]
    unset = None
    del unset

    def inner():
        local = cell
        comprehended = [probe.checkpoint(None) for hidden in local]
        return argument, comprehended

    class Body:
        attribute = inner()

    return Body


def arguments_in_cells(captured, text):
    return outer(lambda: captured, 1, 2, keyword="k", other=text)


names = [item for item in "ab"]
arguments_in_cells([5], "é")

globals()[7], globals()[(1, 2)] = "number", "pair"
item = "global"
[probe.checkpoint(None) for item in ["comprehended"]]


def shadowing():
    item = "local"
    probe.checkpoint(None)
    return item


shadowing()
