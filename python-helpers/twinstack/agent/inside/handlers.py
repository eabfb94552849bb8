"""What the handlers of a frame catch, seen in its code while nothing is unwound yet."""

ANYTHING = object()
WITH = ("with",)  # in the place of an expression: ``__exit__`` decides
MAX_HANDLERS, LONGEST = 50, 200  # around an instruction; instructions of a handler that are looked at
EXPRESSION = 24  # instructions of the expression behind ``except``
SWALLOWING = {"suppress", "raises", "assertRaises", "assertRaisesRegex", "subTest", "testPartExecutor"}  # context managers that are known to; the last is unittest's, around each test
MAY_YIELD = 0x20 | 0x200  # CO_GENERATOR, CO_ASYNC_GENERATOR
RETURNING = compile("None", "", "eval").co_code  # ends in LOAD_CONST and RETURN_VALUE, or RETURN_CONST
COMMON = [compile(each, "", "eval").co_code[-3] for each in ("None", "False")] if MINOR >= 15 else []  # by LOAD_COMMON_CONSTANT
OF_CONSTANT = RETURNING[-4] if BY_NUMBER.get(RETURNING[-2]) == "RETURN_VALUE" else RETURNING[-2]
handled = {}  # (id of a code, offset) -> (code, clauses)


def catches(frame, error):
    """Whether a handler of the frame will, or may, catch an exception that comes to it now. Cleanup does not: finally, what
    ends in a bare ``raise``, nor a ``with`` but by SWALLOWING or a global that ``may_swallow``."""
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


def clauses_at(code, text, at, is_inner=False):
    """Of the handler at an offset: (expression of types as ``value_of`` takes it, whether it keeps what it catches) each.
    ``is_inner``: one within another handler, in which no deeper one is looked for."""
    found, values, is_plain, start, begin = [], [], True, None if is_inner else at, at
    for _ in range(LONGEST):
        name, argument, following = instruction(text, at)
        if name in ("WITH", "GROUP_MATCH"):
            is_known = name == "GROUP_MATCH" or not SWALLOWING.isdisjoint(code.co_names)
            return found + [(ANYTHING if is_known else WITH, True)]
        if name == "POP_TOP" and not values:
            return found + [(ANYTHING, keeps(code, text, following, start))]
        if name == "MATCH":
            caught, following = branches(text, argument, following)
            found.append((values.pop() if is_plain and values else ANYTHING, keeps(code, text, caught, start)))
            values, is_plain = [], True
        elif name not in ("PUSH_EXC_INFO", "DUP_TOP", "NOP"):
            is_plain = is_plain and push(values, code, name, argument)
            if not is_plain and not is_matched(text, following):
                return found or [(ANYTHING, True)] * leaves_finally(code, text, begin)
        at = following
        if at >= len(text):
            break
    return found


def leaves_finally(code, text, at):
    """Whether a ``finally`` that starts there may end by return, break or continue."""
    if HAS_TABLE and instruction(text, at)[0] != "PUSH_EXC_INFO":
        return False  # CPython's own cleanup
    return has_pop_finally(text, at) if IS_3_8 else keeps(code, text, at, None)


def has_pop_finally(text, at):
    """CPython 3.8: before what leaves it, up to the END_FINALLY of this handler."""
    depth = 0
    while at < len(text) and depth >= 0:
        name, _, following = instruction(text, at)
        number, at = text[following - 2], following
        if number == POP_FINALLY:
            return True
        depth += (number in SETUPS) - (name == "RERAISE")
    return False


def branches(text, argument, following):
    """(offset at which code goes on when a clause catches, offset when it does not)"""
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


def keeps(code, text, at, start):
    """Whether a clause that has caught may end otherwise than by a bare ``raise``, or catches what that raises. ``start``: of the
    handler that it is of, or None where it is not looked into."""
    ways, seen = [at], set()
    while ways and len(seen) < LONGEST:
        at = ways.pop()
        while at < len(text) and at not in seen:
            seen.add(at)
            name, argument, following = instruction(text, at)
            if name in ("POP_EXCEPT", "RETURN_VALUE") or name == "RAISE_VARARGS" and argument:
                return True
            if name == "RERAISE" and not IS_3_8:
                break
            if name == "RAISE_VARARGS":
                if start is not None and is_caught_again(code, text, following - 2, start):
                    return True
                break
            distance = argument * UNIT
            if name in ("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE"):
                ways.append(following + distance if HAS_TABLE else distance)
            at = following + distance if name == "JUMP_FORWARD" else following
    return bool(ways)


def is_caught_again(code, text, at, start):
    """Whether a ``try`` within the handler that starts there may keep what an instruction of it raises."""
    around = set(targets(code, text, start))
    inner = (each for each in targets(code, text, at) if each not in around)
    return any(kept and clause != WITH for each in inner for clause, kept in clauses_at(code, text, each, True))


def may_swallow(value):
    """Whether a context manager that a global makes, or is, may end an exception."""
    if type(value) is FUNCTION:  # by contextlib.contextmanager
        value = value.__dict__.get("__wrapped__")
        return type(value) is FUNCTION and bool(value.__code__.co_flags & MAY_YIELD) and may_keep(value.__code__)
    kind = value if isinstance(value, type) else type(value)
    if kind.__name__ in SWALLOWING:
        return True
    found = (vars(each).get(name) for each in kind.__mro__ for name in ("__exit__", "__aexit__"))
    method = next((each for each in found if each is not None), None)
    return type(method) is FUNCTION and may_return_true(method.__code__)


def may_keep(code):
    """Whether any handler of a code object keeps what it catches."""
    text = code.co_code
    places = {end for _, _, end in entries(code.co_exceptiontable)} if HAS_TABLE else {each for found in blocks(text).values() for each in found}
    return any(kept and clause != WITH for at in places for clause, kept in clauses_at(code, text, at))


def may_return_true(code):
    """Whether it returns anything but None and False."""
    text, is_plain, is_return = code.co_code, False, OF_CONSTANT == RETURNING[-2]
    for at in range(0, len(text), 2):
        if text[at] == OF_CONSTANT:
            is_plain = text[at + 1] in COMMON if COMMON else code.co_consts[text[at + 1]] in (None, False)
            if is_return and not is_plain:
                return True
        elif BY_NUMBER.get(text[at]) == "RETURN_VALUE" and (is_return or not is_plain):
            return True
        else:
            is_plain = False
    return False


def value_of(clause, frame):
    """The type, or tuple of types, that a clause names; ANYTHING where that could only be told by running code."""
    if clause is ANYTHING:
        return ANYTHING
    if clause is WITH:
        names = frame.f_code.co_names
        return ANYTHING if any(may_swallow(frame.f_globals[name]) for name in names if name in frame.f_globals) else ()
    kind, *parts = clause
    if kind == "tuple":
        return tuple(value_of(each, frame) for each in parts)
    if kind == "name":
        return frame.f_globals.get(parts[0], frame.f_builtins.get(parts[0], ANYTHING))
    owner = value_of(parts[0], frame)
    return owner.__dict__.get(parts[1], ANYTHING) if type(owner) in (type, type(sys)) else ANYTHING
