"""Dates, times, and Decimal: numbers packed by C (Modules/_datetimemodule.c, _decimal.c)."""

import struct

from .base import Kind, Value

RADIX_DIGITS = 19  # decimal digits in each word of libmpdec on 64-bit machines
MAX_WORDS = 250
NEGATIVE, INFINITE, NAN, SIGNALING = 1, 2, 4, 8  # flags of mpd_t


class MomentKind(Kind):
    """date, time and datetime: ``NAMES`` of numbers that are packed into bytes by ``PACKED``."""

    NAMES, PACKED = (), ""

    def numbers(self, address):
        """Year, month and the others by their names: {name: int}."""
        at = address + self.readers.layout.offset(self.STRUCT, "data")
        found = struct.unpack(">" + self.PACKED, self.memory.read(at, struct.calcsize(self.PACKED)))
        if self.PACKED.endswith("BH"):  # microseconds are three bytes
            found = found[:-2] + (found[-2] << 16 | found[-1],)
        return dict(zip(self.NAMES, found))

    def members(self, address, type_object):
        found = [(name, Value(str(n), "int")) for name, n in self.numbers(address).items()]
        zone = self.zone(address)
        return found + [("tzinfo", zone)] if zone else found

    def zone(self, address):
        """Address of the tzinfo; 0 without one: the member is there only when it is set."""
        if not self.readers.layout.has(self.STRUCT, "tzinfo"):
            return 0
        return self.integer(address, "hastzinfo") and self.word(address, "tzinfo")

    def text(self, address, type_object, writer):
        return "%s(%s)" % (type_object.name, ", ".join(self.arguments(address, writer)))

    def arguments(self, address, writer):
        """Seconds and microseconds are left out where nothing but 0 follows."""
        numbers = self.numbers(address)
        shown = [str(number) for number in numbers.values()]
        for name in ("microsecond", "second"):
            if name in numbers and not numbers[name] and len(shown) == list(numbers).index(name) + 1:
                shown.pop()
        zone = self.zone(address)
        shown += ["tzinfo=" + writer.show(zone)] if zone else []
        folds = self.readers.layout.has(self.STRUCT, "fold") and self.integer(address, "fold")
        return shown + ["fold=1"] if folds else shown


class DateKind(MomentKind):
    STRUCT, PACKED = "PyDateTime_Date", "HBB"
    NAMES = ("year", "month", "day")


class TimeKind(MomentKind):
    STRUCT, PACKED = "PyDateTime_Time", "BBBBH"
    NAMES = ("hour", "minute", "second", "microsecond")


class DateTimeKind(MomentKind):
    STRUCT, PACKED = "PyDateTime_DateTime", "HBBBBBBH"
    NAMES = DateKind.NAMES + TimeKind.NAMES


class DurationKind(Kind):
    STRUCT = "PyDateTime_Delta"
    NAMES = ("days", "seconds", "microseconds")

    def text(self, address, type_object, writer):
        numbers = self.numbers(address)
        shown = ", ".join("%s=%d" % (name, n) for name, n in numbers.items() if n)
        return "%s(%s)" % (type_object.name, shown or "0")

    def numbers(self, address):
        return {name: self.integer(address, name) for name in self.NAMES}

    def members(self, address, type_object):
        return [(name, Value(str(n), "int")) for name, n in self.numbers(address).items()]


class TimeZoneKind(Kind):
    STRUCT = "PyDateTime_TimeZone"

    def text(self, address, type_object, writer):
        offset, name = self.word(address, "offset"), self.word(address, "name")
        if not name and not any(self.readers.kind_of(offset, DurationKind).numbers(offset).values()):
            return "datetime.timezone.utc"
        shown = [writer.show(each) for each in (offset, name) if each]
        return "%s(%s)" % (type_object.name, ", ".join(shown))

    def members(self, address, type_object):
        return [(each, self.word(address, each)) for each in ("offset", "name")]


class ZoneInfoKind(Kind):
    STRUCT = "PyZoneInfo_ZoneInfo"

    def text(self, address, type_object, writer):
        key = self.word(address, "key")
        return "%s(key=%s)" % (self.readers.names.full(type_object), writer.show(key))

    def members(self, address, type_object):
        return [("key", self.word(address, "key"))]


class DecimalKind(Kind):
    """Coefficient in words of 19 decimal digits, lowest first (libmpdec's mpdecimal.h)."""

    STRUCT = "PyDecObject"

    def text(self, address, type_object, writer):
        number = self._number(address)
        if number is None:
            return "<Decimal of %d digits>" % self.word(address, "dec.digits")
        return "Decimal('%s')" % number

    def _number(self, address):
        """The decimal.Decimal; None for one with very many digits."""
        from decimal import Decimal  # 2 ms to import, for who meets one

        flags = self.memory.u8(address + self.readers.layout.offset(self.STRUCT, "dec.flags"))
        length = self.word(address, "dec.len")
        if length > MAX_WORDS:
            return None
        words = self.memory.pointers(self.word(address, "dec.data"), length)
        coefficient = sum(word * 10 ** (RADIX_DIGITS * i) for i, word in enumerate(words))
        digits = tuple(map(int, str(coefficient)))
        return Decimal((flags & NEGATIVE, *self._special(flags, digits, address)))

    def _special(self, flags, digits, address):
        """(digits, exponent) as Decimal's constructor takes them: "F", "n" or "N" for what is no number."""
        if flags & INFINITE:
            return (0,), "F"
        if flags & (NAN | SIGNALING):
            return digits if any(digits) else (), "n" if flags & NAN else "N"
        return digits, self.integer(address, "dec.exp")
