"""Iterators that C makes: what they go through, and where they stand."""

from .base import Kind, Members, Value

COUNT_IN_OBJECT = (1 << 63) - 1  # PY_SSIZE_T_MAX: itertools.count counts with objects


class IteratorKind(Kind):
    """One over a sequence. ``OVER`` names the member with the sequence, ``AT`` the next index. At
    the end the sequence is gone; where other threads may use it, the index is negative instead."""

    STRUCT, OVER, AT = "seqiterobject", "it_seq", "it_index"

    def members(self, address, type_object):
        over = self.word(address, self.OVER)
        if not over or self.AT and self.integer(address, self.AT) < 0:
            return [("state", Value("exhausted"))]
        return [("over", over)] + self.state(address, over)

    def state(self, address, over):
        index = self.integer(address, self.AT)
        found = [("index", Value(str(index), "int"))]
        left = self.readers.kind_of(over).length(over) - index
        return found + [("left", Value(str(max(0, left)), "int"))]


class TextIteratorKind(IteratorKind):
    def state(self, address, over):
        index = self.integer(address, self.AT)
        if self.readers.is_str(over):
            length = self.readers.strings.length(over)
        else:
            length = self.readers.sequences.length(over)
        return [
            ("index", Value(str(index), "int")),
            ("left", Value(str(max(0, length - index)), "int")),
        ]


class SequenceIteratorKind(IteratorKind):
    """iter() of a class with __getitem__: only code could tell how many are left."""

    def state(self, address, over):
        return [("index", Value(str(self.integer(address, self.AT)), "int"))]


class BackwardIteratorKind(IteratorKind):
    def state(self, address, over):
        index = self.integer(address, self.AT)
        return [("index", Value(str(index), "int")), ("left", Value(str(index + 1), "int"))]


class ReversedKind(BackwardIteratorKind):
    STRUCT, OVER, AT = "reversedobject", "seq", "index"


class CountedIteratorKind(IteratorKind):
    """One that knows how many are left: over a dict, a set or a deque; ``LEFT`` names it."""

    AT, LEFT = None, "len"

    def state(self, address, over):
        return [("left", Value(str(self.integer(address, self.LEFT)), "int"))]


class DictIteratorKind(CountedIteratorKind):
    STRUCT, OVER = "dictiterobject", "di_dict"


class SetIteratorKind(CountedIteratorKind):
    STRUCT, OVER = "setiterobject", "si_set"


class DequeIteratorKind(CountedIteratorKind):
    STRUCT, OVER, LEFT = "dequeiterobject", "deque", "counter"


class CallIteratorKind(Kind):
    STRUCT = "calliterobject"

    def members(self, address, type_object):
        names = (("callable", "it_callable"), ("sentinel", "it_sentinel"))
        return [(name, self.word(address, member)) for name, member in names]


class EnumerateKind(Kind):
    STRUCT = "enumobject"

    def members(self, address, type_object):
        large, small = self.word(address, "en_longindex"), self.integer(address, "en_index")
        index = large or Value(str(small), "int")
        return [("index", index), ("over", self.word(address, "en_sit"))]


class ZipKind(Kind):
    STRUCT, OVER = "zipobject", "ittuple"

    def members(self, address, type_object):
        return [("over", self.word(address, self.OVER))]


class MapKind(ZipKind):
    STRUCT, OVER = "mapobject", "iters"

    def members(self, address, type_object):
        return [("function", self.word(address, "func"))] + super().members(address, type_object)


class FilterKind(MapKind):
    STRUCT, OVER = "filterobject", "it"


class RangeIteratorKind(Kind):
    """``start`` moves on in CPython 3.12 and later; before, ``index`` does."""

    STRUCT = "rangeiterobject"

    def members(self, address, type_object):
        names = ("index", "start", "step", "len")
        has = self.readers.layout.has
        return [(n, self.part(address, n)) for n in names if has(self.STRUCT, n)]

    def part(self, address, name):
        return Value(str(self.integer(address, name)), "int")


class LongRangeIteratorKind(RangeIteratorKind):
    STRUCT = "longrangeiterobject"

    def part(self, address, name):
        return self.word(address, name)


class CountKind(Kind):
    """itertools.count: with a C integer as long as that is enough and the step is 1."""

    STRUCT = "countobject"

    def text(self, address, type_object, writer):
        small, large = self.integer(address, "cnt"), self.word(address, "long_cnt")
        name = type_object.short_name
        if small != COUNT_IN_OBJECT:
            return "%s(%d)" % (name, small)
        step = writer.show(self.word(address, "long_step"))
        shown = [writer.show(large)] + ([step] if step != "1" else [])
        return "%s(%s)" % (name, ", ".join(shown))

    def members(self, address, type_object):
        small, large = self.integer(address, "cnt"), self.word(address, "long_cnt")
        following = large if small == COUNT_IN_OBJECT else Value(str(small), "int")
        return [("next", following), ("step", self.word(address, "long_step"))]


class RepeatKind(Members):
    """itertools.repeat; a count below 0 stands for no end."""

    STRUCT = "repeatobject"
    MEMBERS = (("element", "element"),)

    def text(self, address, type_object, writer):
        left = self.integer(address, "cnt")
        shown = [writer.show(self.member(address, "element"))] + ([str(left)] if left >= 0 else [])
        return "%s(%s)" % (type_object.short_name, ", ".join(shown))

    def members(self, address, type_object):
        left = self.integer(address, "cnt")
        shown = Value(str(left), "int") if left >= 0 else Value("without end")
        return super().members(address, type_object) + [("left", shown)]


class ChainKind(Members):
    """itertools.chain: ``over`` gives the iterables that come after the ``active`` one's."""

    STRUCT = "chainobject"
    MEMBERS = (("active", "active"), ("over", "source"))


class SliceIteratorKind(Members):
    """itertools.islice: ``index`` of the item of what it goes over that comes next."""

    STRUCT = "isliceobject"
    MEMBERS = (("over", "it"),)
    NUMBERS = (("index", "cnt"), ("next", "next"), ("stop", "stop"), ("step", "step"))

    def members(self, address, type_object):
        numbers = [(name, self.integer(address, member)) for name, member in self.NUMBERS]
        shown = [(name, Value(str(n) if n >= 0 else "None", "int")) for name, n in numbers]
        return super().members(address, type_object) + shown


class CycleKind(Members):
    """itertools.cycle: what it saved is gone through again when ``over`` has ended."""

    STRUCT = "cycleobject"
    MEMBERS = (("over", "it"), ("saved", "saved"))
