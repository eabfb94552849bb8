"""Changing a C or C++ value: the operation, and what a user may write as the new value."""

import gdb

from .. import selection, session
from ..commands import operation
from ..cython.expressions import in_c
from ..errors import UserError
from ..inferior import program_calls, read_only
from ..later import re
from ..mi import unasked
from . import accesses, python_pointers
from .members import Child
from .texts import formatted, is_string
from .type_codes import REFERENCES
from .values import readable, words

SHOWN = re.compile(r"""(-?(?:0x[0-9a-fA-F]+|0|[1-9][0-9]*))\s+('.*'|".*"…?|<.*>|\[.*\])$""", re.DOTALL)
REALS = {"inf": "(1.0/0.0)", "-inf": "(-1.0/0.0)", "nan": "(0.0/0.0)", "-nan": "(-(0.0/0.0))"}
NAN = re.compile(r"(-?nan)\(0x[0-9a-f]+\)$")  # as GDB shows it
MEMBER = re.compile(r"(.+?)(\.|->)\s*(\w+)", re.DOTALL)
POINTER = "_twinstack_target"  # a convenience variable
GIVEN = "_twinstack_given"  # another
WHOLE_NUMBERS = (gdb.TYPE_CODE_INT, gdb.TYPE_CODE_CHAR)
ADDRESS = re.compile(r"\(?0[xX][0-9a-fA-F]+\)?$|0$")  # as ``written`` gives it; a 0 of the user's is in parentheses
TRUTHS = {"true": "1", "false": "0"}
NOWHERE = ("nullptr", "NULL")


@operation("native-assign")
def assign(thread, level, expression, value):
    """The VARIABLE that ``expression`` is in a frame after ``value`` was assigned to it.

    ``value`` is an expression, too, or is written as such values are shown: 66 'B', 0x1000 <main>.
    """
    selection.frame(thread, level)
    read_only.check(expression)
    try:
        expression, value = in_c(expression), in_c(value)
        calls = makes_calls(expression)
        with program_calls.only_where_possible():
            assigned = set_to(pointed(expression) if calls else expression, value)
        return readable(Child(expression, assigned, accesses.root(expression, evaluated_once=calls)))
    except gdb.error as error:
        raise UserError("'%s' cannot be set to '%s': %s" % (expression, value, words(error))) from None


def set_to(expression, value):
    """The gdb.Value after the assignment; the expression, which calls nothing, is evaluated twice."""
    target = gdb.parse_and_eval(expression)
    kind = target.type.strip_typedefs()
    if kind.code == gdb.TYPE_CODE_ARRAY and is_string(kind):
        return with_text(target, kind, gdb.parse_and_eval(value), value)
    new = written(target, kind, value)
    if python_pointers.is_python_pointer(referred(kind)):
        new = object_pointer(new, value)
    if kind.code not in WHOLE_NUMBERS:
        return gdb.parse_and_eval("%s = %s" % (accesses.root(expression), new))
    given = gdb.parse_and_eval(new)
    gdb.set_convenience_variable(GIVEN, given)
    gdb.parse_and_eval("%s = $%s" % (accesses.root(expression), GIVEN))
    assigned = gdb.parse_and_eval(expression)
    tell_narrowing(expression, value, given, assigned)
    return assigned


def object_pointer(new, value):
    """What a pointer to a Python object can be set to, of ``new``, which the user wrote as ``value``. C takes any number for an
    address, and Python's 3.25 would be a pointer to nowhere."""
    try:
        given = gdb.parse_and_eval(new)
    except gdb.error as error:
        raise UserError("%s GDB says: %s" % (no_pointer(value), words(error))) from None
    if referred(given.type.strip_typedefs()).code != gdb.TYPE_CODE_PTR and not ADDRESS.match(new):
        raise UserError(no_pointer(value))
    gdb.set_convenience_variable(GIVEN, given)
    return "$" + GIVEN


def referred(kind):
    """The type of what a reference leads to; any other type as it is."""
    return kind.target().strip_typedefs() if kind.code in REFERENCES else kind


def no_pointer(value):
    return (
        "A pointer to a Python object takes the address of another one: 0x… or an expression of C, such as a variable's name; "
        "'%s' is no such pointer." % value
    )


def tell_narrowing(expression, value, given, assigned):
    """C cuts what does not fit, and says nothing."""
    if given.type.strip_typedefs().code not in WHOLE_NUMBERS + (gdb.TYPE_CODE_FLT,):
        return
    real = float(given) if given.type.strip_typedefs().code == gdb.TYPE_CODE_FLT else int(given)
    if real != int(assigned):
        unasked.sentence("%s does not fit in '%s', which is %s now." % (value.strip(), expression, formatted(assigned)))


def makes_calls(expression):
    try:
        with read_only.looking():
            gdb.parse_and_eval(expression)
        return False
    except gdb.error as error:
        if read_only.is_call(error):
            return True
        raise


def pointed(expression):
    """An expression of the same place that calls nothing: the one that is given is evaluated, once. A
    member is reached from what it is in: a bit-field has no address."""
    member = MEMBER.fullmatch(expression)
    if member is None:
        gdb.set_convenience_variable(POINTER, gdb.parse_and_eval("&(%s)" % expression))
        return "*$" + POINTER
    whole, joint, name = member.groups()
    pointer = gdb.parse_and_eval(whole if joint == "->" else "&(%s)" % whole)
    gdb.set_convenience_variable(POINTER, pointer)
    return "$%s->%s" % (POINTER, name)


def written(target, kind, value):
    """What the user wrote as an expression of GDB."""
    value = value.strip()
    if kind.code in REFERENCES:
        return written(target.referenced_value(), kind.target().strip_typedefs(), value)
    shown = SHOWN.match(value)
    if shown:
        return changed_part(target, *shown.groups())
    if kind.code == gdb.TYPE_CODE_PTR and value in NOWHERE:
        return "0"
    if kind.code == gdb.TYPE_CODE_FLT:
        return REALS.get(NAN.sub(r"\1", value), "(%s)" % value)
    if kind.code == gdb.TYPE_CODE_BOOL:
        return TRUTHS.get(value, "(%s)" % value)
    if kind.code == gdb.TYPE_CODE_ENUM:
        return enumerator(kind, value)
    return "(%s)" % value


def changed_part(target, number, meaning):
    """The character of 66 'B' where the number is as it was, else the number. Raises UserError where it
    is the text behind a pointer that was changed."""
    if int(target) != int(number, 0):
        return number
    if meaning.startswith('"') and not formatted(target).endswith(meaning):
        raise UserError("The text is not changed by way of the pointer: set its characters, or the pointer to another text.")
    return meaning if meaning.startswith("'") else number


def enumerator(kind, value):
    """An enumerator without the name of its enumeration as its number."""
    named = [field for field in kind.fields() if field.name.rpartition("::")[2] == value]
    return str(named[0].enumval) if named else "(%s)" % value


def with_text(target, kind, given, value):
    """An array of characters after ``given``, a string literal, was written to its beginning."""
    element = kind.target().strip_typedefs()
    source = given.type.strip_typedefs()
    if source.code != gdb.TYPE_CODE_ARRAY or source.target().sizeof != element.sizeof:
        raise UserError("An array of characters takes a text such as \"text\", and '%s' is none." % value)
    if source.sizeof > kind.sizeof:
        room = kind.sizeof // element.sizeof
        raise UserError("%s does not fit: there is room for %d characters, its end included." % (value, room))
    low, high = source.range()
    characters = (int(given[index]) & (1 << 8 * element.sizeof) - 1 for index in range(low, high + 1))
    data = b"".join(character.to_bytes(element.sizeof, "little") for character in characters)
    session.debuggee().memory.write(int(target.address), data)
    return target.address.dereference()
