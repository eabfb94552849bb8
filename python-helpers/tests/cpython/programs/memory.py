"""Objects and what sys and gc say of them; that goes to argv[1]."""

import gc
import json
import sys

import probe


class Plain:
    def __init__(self):
        self.x = 1


class Slotted:
    __slots__ = ("a",)


def facts(objects):
    """References from here: the dict, the loop's variable and the argument of getrefcount."""
    found = {}
    for name in objects:
        found[name] = {
            "references": sys.getrefcount(objects[name]) - 1,
            "tracked": gc.is_tracked(objects[name]),
            "size": sys.getsizeof(objects[name]),
        }
    return found


def stop(objects):
    probe.checkpoint(None)


def main():
    number = 12345678
    objects = {
        "none": None,
        "small": 5,
        "number": number,
        "huge": 7**300,
        "real": float("2.5"),
        "text": "".join(["asc", "ii"]),
        "accented": "é" * 10,
        "wide": "日" * 10,
        "bytes": bytes(range(20)),
        "tuple": ([], 1),
        "list": [1, 2, 3],
        "dict": {"a": []},
        "plain": Plain(),
        "slotted": Slotted(),
        "class_": Plain,
        "built_in_class": int,
        "function": main,
        "generator": (i for i in "ab"),
    }
    kept = objects["list"], objects["real"]
    gc.collect()
    gc.disable()
    objects["young"] = [1]
    told = facts(objects)
    with open(sys.argv[1], "w") as out:
        json.dump(told, out)
    stop(objects)
    return kept


main()
