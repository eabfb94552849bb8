"""The calls that a frame's line is still to make, by the instructions of its code: what they call, as far as names tell.

From CPython 3.11 on the instructions of a call and of what it calls begin at the same place of the source; before, what it calls lies
on the stack, which is followed through the line.
"""

CALLS = ("CALL_FUNCTION", "CALL_FUNCTION_KW", "CALL_FUNCTION_EX", "CALL_METHOD", "CALL", "CALL_KW")
LOCALS = ("LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_BORROW", "LOAD_DEREF")
PAIRS = ("LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW", "STORE_FAST_LOAD_FAST")  # of locals, at the place of the first
GLOBALS = ("LOAD_NAME", "LOAD_GLOBAL")
MEMBERS = ("LOAD_ATTR", "LOAD_METHOD", "LOAD_SUPER_ATTR")
SUPER_SHIFT = 2
CALLED = "()"  # in the place of a name: what a call has given
MAX_INSTRUCTIONS = 5000  # that are looked through
MODULE = type(sys)


@command
def calls(thread):
    """(text, offset of the first instruction, offset behind the last) of each call that the newest frame's line is still to make and that
    may lead to code of the user's, in their order."""
    frame = user_frame(newest_frame(thread))
    if frame is None:
        raise ValueError("the thread runs no Python code")
    find = by_place if MINOR >= 11 else by_stack
    found = find(frame.f_code, max(0, frame.f_lasti), frame.f_lineno)
    return [(".".join(path).replace(".()", "()"), begin, end) for path, begin, end in found if may_enter(frame, path)]


def instructions(code, at):
    """(name or None, argument, offset, offset of the next, opcode)"""
    text = code.co_code
    for _ in range(MAX_INSTRUCTIONS):
        if at >= len(text):
            return
        name, argument, following = instruction(text, at)
        yield name, argument, at, following
        at = following


def loaded_name(code, name, argument):
    """What an instruction looks up: None where it is no name."""
    if name in LOCALS:
        if MINOR >= 11:
            return code._varname_from_oparg(argument)
        return (code.co_cellvars + code.co_freevars if name == "LOAD_DEREF" else code.co_varnames)[argument]
    if name == "LOAD_GLOBAL":
        return code.co_names[argument >> GLOBAL_SHIFT]
    if name == "LOAD_SUPER_ATTR":
        return code.co_names[argument >> SUPER_SHIFT]
    if name == "LOAD_ATTR":
        return code.co_names[argument >> ATTRIBUTE_SHIFT]
    return code.co_names[argument] if name in ("LOAD_NAME", "LOAD_METHOD") else None


def by_place(code, now, line):
    """(path of names, offset of the call, offset behind it) from an offset on; nothing where the code has no columns. What is called by itself,
    as __exit__ is, has the place of another call."""
    places, values, found, begun, unplaced = list(code.co_positions()), {}, {}, None, None
    for name, argument, at, following in instructions(code, 0):
        first, last, column, end_column = places[at // 2]
        if name == "PRECALL":
            begun = at
        if column is None or name == "PRECALL":
            continue
        begin, end = (first, column), (last, end_column)
        if unplaced and begin not in values and (name in MEMBERS or name in CALLS):
            values[begin], unplaced = [(begin, unplaced)], None
        if name in PAIRS:
            unplaced = code._varname_from_oparg(argument & 15)
            if name != "STORE_FAST_LOAD_FAST":
                values[begin] = [(end, code._varname_from_oparg(argument >> 4))]
        elif name == "LOAD_SUPER_ATTR":
            values[begin] = [(end, "super()"), (end, loaded_name(code, name, argument))]
        elif name in LOCALS or name in GLOBALS:
            values[begin] = [(end, loaded_name(code, name, argument))]
        elif name in MEMBERS:
            values.setdefault(begin, []).append((end, loaded_name(code, name, argument)))
        elif name in CALLS:
            at, begun = at if begun is None else begun, None
            before = values.setdefault(begin, [])
            path = [text for ended, text in before if ended < end]
            if path and path[-1] != CALLED and (end, CALLED) not in before and first == line and at >= now:
                found.setdefault((begin, end), (path, at, following))
            before.append((end, CALLED))
    return list(found.values())


def by_stack(code, now, line):
    """As ``by_place``, before CPython 3.11; a statement ends where another line begins and nothing is on the stack."""
    begins, stack, found, here, heights = line_starts(code), [], [], line, {}
    start = max((at for at, each in begins.items() if each == line and at <= now), default=now)
    for name, argument, at, following in instructions(code, start):
        here = begins.get(at, here)
        if here != line and not stack:
            break
        del stack[heights.get(at, len(stack)) :]
        if name == "JUMP_FORWARD":  # behind the first of two values of a conditional expression
            heights[following + argument * UNIT] = len(stack)
        if name in CALLS:
            count = operands(name, argument)
            path = stack[-count] if len(stack) >= count else None
            if path and path[-1] != CALLED and here == line and at >= now:
                found.append((path, at, following))
            del stack[-count:]
            stack.append(path and path + [CALLED])
        else:
            follow(stack, code, name, argument, code.co_code[following - 2])
    return found


def operands(name, argument):
    """How many values a call takes from the stack, what it calls being the first."""
    if name == "CALL_FUNCTION_EX":
        return 2 + (argument & 1)
    return argument + (1 if name == "CALL_FUNCTION" else 2)


def follow(stack, code, name, argument, number):
    """What an instruction before CPython 3.11 does to the stack of paths, None for each that is none."""
    text = loaded_name(code, name, argument)
    if name in MEMBERS:
        path = stack.pop() if stack else None
        stack.append(path and path + [text])
        if name == "LOAD_METHOD":
            stack.append(None)
    elif text is not None:
        stack.append([text])
    else:
        effect = effect_of(number, argument)
        if effect <= 0 and number not in ONLY_TAKING:
            effect -= 1
            stack[effect:] = [None]
        elif effect < 0:
            del stack[effect:]
        else:
            stack.extend([None] * effect)


def line_starts(code):
    """{offset: line that begins there}, before CPython 3.11."""
    if hasattr(code, "co_lines"):
        return {start: line for start, _, line in code.co_lines()}
    at, line, pairs = 0, code.co_firstlineno, code.co_lnotab
    found = {at: line}
    for index in range(0, len(pairs), 2):
        at, line = at + pairs[index], line + pairs[index + 1] - (256 if pairs[index + 1] >= 128 else 0)
        found[at] = line
    return found


def may_enter(frame, path):
    """Whether what a path leads to may be or call code of the user's; so it is where that cannot be known without running any."""
    value, *rest = looked_up(frame, path[0])
    for name in path[1:]:
        space = vars(value) if type(value) is MODULE else {}
        if name not in space:
            return True
        value = space[name]
    return rest != [] or can_be_entered(value)


def looked_up(frame, name):
    """[what a name means]; and one more where it means nothing."""
    builtins = frame.f_builtins
    for space in (frame.f_locals, frame.f_globals, builtins):
        if name in space:
            return [space[name]]
    return [None, name]


def can_be_entered(value):
    value = behind_functools(value)
    kind = type(value)
    if kind.__name__ == "method":
        return can_be_entered(value.__func__)
    if kind is FUNCTION:
        return is_user_code(value.__code__)
    if may_be_users(value):
        return True
    owners, names = (mro_of(value), ("__init__", "__new__")) if issubclass(kind, type) else (mro_of(kind), ("__call__",))
    members = [namespace_of(each).get(name) for each in owners for name in names]
    members = [each.__func__ if type(each) is staticmethod else each for each in members]
    return any(type(each) is FUNCTION and is_user_code(each.__code__) for each in members)
