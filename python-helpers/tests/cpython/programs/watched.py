"""State of Python that changes, in place and where it has moved to."""


class Plain:
    def __init__(self):
        self.first, self.second = 1, "a"


class Slotted:
    __slots__ = ("member",)


class Bare:
    pass


counter = 0
items = [1, 2, 3]
table = {"one": 1, 2: "two"}
plain, slotted, bare = Plain(), Slotted(), Bare()
slotted.member = None


def count(word):
    global counter
    kept = []

    def keep(value):
        nonlocal kept
        kept = value  # @cell

    total = 0
    keep([word])  # @begin
    total += 1  # @local
    counter += 1  # @global
    return total


def change():
    items[1] = "set"  # @item
    items.extend(range(100))
    items[1] = "moved"  # @item-moved
    table["one"] = 10  # @entry
    for number in range(50):
        table[str(number)] = number
    table["one"] = 11  # @entry-moved
    del table["one"]  # @deleted


def attributes():
    plain.second = "b"  # @attribute
    vars(plain)
    plain.second = "c"  # @attribute-in-dict
    vars(plain).update((str(number), number) for number in range(50))
    plain.second = "d"  # @attribute-moved
    slotted.member = "e"  # @slot


def references():
    other = bare  # @reference
    del other  # @dereference


def short():
    own = {"own": 1}
    own["own"] = 2  # @short
    own.clear()  # @emptied
    own["own"] = 3
    held = {"own": 1}
    held["own"] = 4  # @held


def later():
    return {"other": 5}, dict(table), {"own": 6}, dict(later=7)  # @later


count("word")
change()
attributes()
references()
short()
kept = later(), later()
items.clear()  # @cleared
