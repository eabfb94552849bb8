"""What the handlers of a frame catch, seen in its code while nothing is unwound yet."""

ANYTHING = object()
MAX_HANDLERS, LONGEST = 50, 200  # around an instruction; instructions of a handler that are looked at
EXPRESSION = 24  # instructions of the expression behind ``except``
SWALLOWING = {"suppress", "raises", "assertRaises", "assertRaisesRegex"}  # context managers that are known to
handled = {}  # (id of a code, offset) -> (code, clauses)


def catches(frame, error):
    """Whether a handler of the frame will, or may, catch an exception that comes to it now. Cleanup does not: finally, what
    ends in a bare ``raise``, nor a ``with`` but by SWALLOWING."""
    code = frame.f_code
    if HAS_TABLE and not code.co_exceptiontable:
        return False
    found = handled.get((id(code), frame.f_lasti))
    if found is None:
        if len(handled) >= MAX_KNOWN:
            handled.clear()
        text = code.co_code
        clauses = [clauses_at(code, text, target) if BY_NUMBER else [(ANYTHING, True)] for target in targets(code, text, frame.f_lasti)]
        found = handled[id(code), frame.f_lasti] = code, clauses
    return any(is_kept(handler, frame, type(error)) for handler in found[1])


def is_kept(clauses, frame, kind):
    """Whether a handler keeps an exception: the first clause that catches it decides."""
    return next((keeps for clause, keeps in clauses if is_of(value_of(clause, frame), kind)), False)


def is_of(wanted, kind):
    if type(wanted) is tuple:
        return any(is_of(each, kind) for each in wanted)
    return wanted is ANYTHING or any(wanted is each for each in kind.__mro__)


def targets(code, text, at):
    """The offsets of the handlers around an instruction, the innermost first."""
    if not HAS_TABLE:
        yield from reversed(blocks(text).get(at, ()))
        return
    table = list(entries(code.co_exceptiontable))
    for _ in range(MAX_HANDLERS):
        at = next((target for start, end, target in table if start <= at < end), None)
        if at is None:
            return
        yield at


def entries(table):
    """(start, end, target) each, in bytes. CPython: Objects/exception_handling_notes.txt"""
    numbers, is_continued = [], False
    for byte in table:
        if not is_continued:
            numbers.append(0)
        is_continued = byte & 0x40
        numbers[-1] = numbers[-1] << 6 | byte & 0x3F
    for index in range(0, len(numbers) - 3, 4):
        start, length, target = numbers[index : index + 3]
        yield 2 * start, 2 * (start + length), 2 * target


def blocks(text):
    """{offset of an instruction: the handlers of the blocks around it, the innermost last}, of code before CPython 3.11."""
    found, at = {0: ()}, 0
    while at < len(text):
        _, argument, following = instruction(text, at)
        around, number = found.get(at), text[following - 2]
        at = following
        if around is None:
            continue
        found[following - 2] = around
        if number in ABSOLUTE_JUMPS:
            found.setdefault(argument * UNIT, around)
        elif number in RELATIVE_JUMPS:
            found.setdefault(following + argument * UNIT, around)
        if number in SETUPS:
            around += (following + argument * UNIT,)
        elif number == POP_BLOCK:
            around = around[:-1]
        if number not in ENDS:
            found.setdefault(following, around)
    return found


def clauses_at(code, text, at):
    """Of the handler at an offset: (expression of types as ``value_of`` takes it, whether it keeps what it catches) each."""
    found, values, is_plain = [], [], True
    for _ in range(LONGEST):
        name, argument, following = instruction(text, at)
        if name in ("WITH", "GROUP_MATCH"):
            return found + [(ANYTHING, name == "GROUP_MATCH" or not SWALLOWING.isdisjoint(code.co_names))]
        if name == "POP_TOP" and not values:
            return found + [(ANYTHING, keeps(text, following))]
        if name == "MATCH":
            caught, following = branches(text, argument, following)
            found.append((values.pop() if is_plain and values else ANYTHING, keeps(text, caught)))
            values, is_plain = [], True
        elif name not in ("PUSH_EXC_INFO", "DUP_TOP", "NOP"):
            is_plain = is_plain and push(values, code, name, argument)
            if not is_plain and not is_matched(text, following):
                return found
        at = following
        if at >= len(text):
            break
    return found


def branches(text, argument, following):
    """Where it goes on when a clause catches, and when it does not."""
    if MATCH_JUMPS:
        return following, argument * UNIT
    _, distance, caught = instruction(text, following)
    return caught, caught + distance * UNIT if HAS_TABLE else distance


def push(values, code, name, argument):
    """The next part of the expression of a clause. Whether it is understood."""
    if name == "LOAD_GLOBAL":
        values.append(("name", code.co_names[argument >> GLOBAL_SHIFT]))
    elif name == "LOAD_NAME":
        values.append(("name", code.co_names[argument]))
    elif name == "LOAD_ATTR" and values:
        values.append(("attribute", values.pop(), code.co_names[argument >> ATTRIBUTE_SHIFT]))
    elif name == "BUILD_TUPLE" and len(values) >= argument:
        values[len(values) - argument :] = [("tuple", *values[len(values) - argument :])]
    else:
        return False
    return True


def is_matched(text, at):
    """Whether what begins before is the expression of a clause, and no cleanup."""
    for _ in range(EXPRESSION):
        if at >= len(text):
            break
        name, _, at = instruction(text, at)
        if name in ("MATCH", "GROUP_MATCH", "RERAISE"):
            return name != "RERAISE"
    return False


def keeps(text, at):
    """Whether a clause that has caught may end otherwise than by a bare ``raise``."""
    ways, seen = [at], set()
    while ways and len(seen) < LONGEST:
        at = ways.pop()
        while at < len(text) and at not in seen:
            seen.add(at)
            name, argument, following = instruction(text, at)
            if name in ("POP_EXCEPT", "RETURN_VALUE") or name == "RAISE_VARARGS" and argument:
                return True
            if name == "RAISE_VARARGS":
                break
            distance = argument * UNIT
            if name in ("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE"):
                ways.append(following + distance if HAS_TABLE else distance)
            at = following + distance if name == "JUMP_FORWARD" else following
    return bool(ways)


def value_of(clause, frame):
    """The type, or tuple of types, that a clause names; ANYTHING where that could only be told by running code."""
    if clause is ANYTHING:
        return ANYTHING
    kind, *parts = clause
    if kind == "tuple":
        return tuple(value_of(each, frame) for each in parts)
    if kind == "name":
        return frame.f_globals.get(parts[0], frame.f_builtins.get(parts[0], ANYTHING))
    owner = value_of(parts[0], frame)
    return owner.__dict__.get(parts[1], ANYTHING) if type(owner) in (type, type(sys)) else ANYTHING
