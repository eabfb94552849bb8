"""From an instruction to its position in the source: the location table of CPython 3.11 on.

The format is described in CPython's Objects/locations.md. Columns are 0-based UTF-8 byte offsets.
"""

NONE, LONG, NO_COLUMNS, ONE_LINE = 15, 14, 13, 10  # codes of an entry; below ONE_LINE: short form
UNIT = 2  # bytes of a code unit
VARINT_BITS = 36  # lines and columns are C ints


class Position:
    """Where an instruction comes from; each part is None where the table does not say."""

    __slots__ = ("line", "end_line", "column", "end_column")

    def __init__(self, line, end_line=None, column=None, end_column=None):
        self.line, self.end_line = line, end_line
        self.column, self.end_column = column, end_column


NOWHERE = Position(None)


def position(table, first_line, offset):
    """The Position of the instruction at byte ``offset`` of the code; NOWHERE if not covered."""
    wanted = offset // UNIT
    if wanted < 0:  # the frame has not started
        return Position(first_line)
    try:
        for end, found in entries(table, first_line):
            if wanted < end:
                return found
    except (IndexError, ValueError):  # a damaged table
        pass
    return NOWHERE


def entries(table, line):
    """(first code unit after the entry, Position) of each entry."""
    index, end = 0, 0
    while index < len(table):
        code = table[index] >> 3 & 15
        end += (table[index] & 7) + 1
        line, found, index = ENTRY[code](table, index + 1, line, code)
        yield end, found


def no_position(table, index, line, code):
    return line, NOWHERE, index


def long_form(table, index, line, code):
    line, index = moved_line(table, index, line)
    lines, index = varint(table, index)
    column, index = varint(table, index)
    end_column, index = varint(table, index)
    return line, Position(line, line + lines, less_one(column), less_one(end_column)), index


def no_columns(table, index, line, code):
    line, index = moved_line(table, index, line)
    return line, Position(line, line), index


def one_line(table, index, line, code):
    line += code - ONE_LINE
    return line, Position(line, line, table[index], table[index + 1]), index + 2


def short_form(table, index, line, code):
    column = code << 3 | table[index] >> 4
    return line, Position(line, line, column, column + (table[index] & 15)), index + 1


def less_one(column):
    """Columns of the long form are stored plus one; 0 is none."""
    return column - 1 if column else None


def moved_line(table, index, line):
    """A signed varint: the lowest bit is the sign."""
    delta, index = varint(table, index)
    return line + (-(delta >> 1) if delta & 1 else delta >> 1), index


def varint(table, index):
    """(value, next index): 6 bits a byte, lowest first, bit 6 says that more follow."""
    value = 0
    for shift in range(0, VARINT_BITS, 6):
        byte = table[index]
        value |= (byte & 63) << shift
        index += 1
        if not byte & 64:
            return value, index
    raise ValueError("a number of more than %d bits" % VARINT_BITS)


ENTRY = [short_form] * ONE_LINE + [one_line] * 3 + [no_columns, long_form, no_position]
