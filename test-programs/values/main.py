"""Python objects of every common type, as locals and as arguments of C."""

import values

GREETING = "hello"


class Point:
    """An instance with attributes in its dictionary."""

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    """An instance without a dictionary."""

    __slots__ = ("left", "right")

    def __init__(self):
        self.left = "L"
        self.right = [1, 2]


class Liar:
    """Says something when it is asked, which a debugger must not do."""

    def __init__(self):
        self.secret = 42

    def __repr__(self):
        print("repr was called", flush=True)
        return "<liar>"

    @property
    def asked(self):
        print("property was called", flush=True)
        return 1


def zoo(argument):
    nothing = None
    yes = True
    number = -7
    big = 123456789012345678901234567890
    negative_big = -(2**100)
    real = 2.5
    text = "hello"
    accented = "héllo"
    wide = "日本語"
    emoji = "😀!"
    quoted = "it's\n"
    data = b"\x00ab\xff"
    items = [1, "two", 3.0]
    empty = []
    fixed = (1, (2, 3))
    single = (1,)
    table = {"a": 1, 2: "b", "nested": {"k": [10, 20, 30]}}
    unique = {5}
    point = Point(3, "four")
    slotted = Slotted()
    liar = Liar()
    error = ValueError("bad", 1)
    function = zoo
    module = values
    kind = Point
    long_list = list(range(1000000))
    long_text = "x" * 100000
    cyclic = [1]
    cyclic.append(cyclic)
    captured = 5
    inner = lambda: captured + argument
    values.look(number, text, items, table, point, None)  # @zoo
    return inner()


print(zoo(10), flush=True)  # @module
