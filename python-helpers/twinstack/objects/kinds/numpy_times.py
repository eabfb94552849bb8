"""Times of NumPy's, datetime64 and timedelta64: numbers of a unit, which a moment counts from 1970 on."""

from .numpy_elements import Plain

NOT_A_TIME = -(1 << 63)
YEARS, MONTHS, WEEKS, DAYS, HOURS, MINUTES, SECONDS = 0, 1, 2, 4, 5, 6, 7  # NPY_DATETIMEUNIT
GENERIC = 14
UNITS = ("Y", "M", "W", "", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as", "generic")
EPOCH, ERA, ERA_YEARS = 719468, 146097, 400  # days from 0000-03-01 to 1970; in 400 years


class Times(Plain):
    """Elements of an array that are such numbers; ``unit``: an NPY_DATETIMEUNIT, of which each counts ``many``."""

    def __init__(self, memory, kind, order, unit, many):
        super().__init__(memory, kind, 8, order)
        self._unit, self._many = unit, many

    @property
    def name(self):
        name = "datetime64" if self._kind == "M" else "timedelta64"
        return name if self._unit == GENERIC else "%s[%s]" % (name, unit_text(self._unit, self._many))

    def text(self, address):
        data = self._memory.read(address, self.size)
        number = int.from_bytes(data, "big" if self._order == ">" else "little", signed=True)
        return time_text(number, self._unit, self._many, self._kind == "M")


def time_text(number, unit, many, is_moment):
    """As repr() writes it in an array: '2024-02-29', 5 or 'NaT'."""
    if number == NOT_A_TIME:
        return "'NaT'"
    return "'%s'" % moment(number * many, unit) if is_moment else str(number)


def unit_text(unit, many):
    """25s, or D where it counts single ones."""
    return "%s%s" % (many if many != 1 else "", UNITS[unit])


def moment(number, unit):
    """The ISO 8601 text of a time since 1970, as far as the unit goes."""
    if unit == YEARS:
        return "%04d" % (1970 + number)
    if unit == MONTHS:
        return "%04d-%02d" % (1970 + number // 12, number % 12 + 1)
    if unit in (WEEKS, DAYS):
        return date(number * (7 if unit == WEEKS else 1))
    return date_and_time(number, unit)


def date_and_time(number, unit):
    per_day = {HOURS: 24, MINUTES: 1440}.get(unit, 86400 * 1000 ** max(0, unit - SECONDS))
    days, rest = divmod(number, per_day)
    seconds, fraction = divmod(rest, 1000 ** max(0, unit - SECONDS))
    seconds *= {HOURS: 3600, MINUTES: 60}.get(unit, 1)
    parts = (seconds // 3600, seconds // 60 % 60, seconds % 60)[: min(unit, SECONDS) - HOURS + 1]
    text = "%sT%s" % (date(days), ":".join("%02d" % part for part in parts))
    return text + (".%0*d" % (3 * (unit - SECONDS), fraction) if unit > SECONDS else "")


def date(days):
    """Of a day since 1970 in the Gregorian calendar, whatever the year: years begin in March here."""
    era, day = divmod(days + EPOCH, ERA)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    year += ERA_YEARS * era + (month >= 10)
    return "%04d-%02d-%02d" % (year, (month + 2) % 12 + 1, day - (153 * month + 2) // 5 + 1)
