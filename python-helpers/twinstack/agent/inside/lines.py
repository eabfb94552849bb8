"""Which lines of a source have code, by the code objects that are loaded."""

CODE = type(compile("0", "", "eval"))
FUNCTION = type(tell)
OPTIMIZED = 0x1  # CO_OPTIMIZED: the code of a function
RESUME = compile("0", "", "eval").co_code[0] if sys.version_info >= (3, 11) else None
CACHE = 0
EARLIEST = sys.modules["_frozen_importlib"]._find_spec  # a function that is there before any of the program's
PROLOGUE = 256  # bytes of code in which the RESUME of a function is looked for
COMPREHENSIONS = "<listcomp>", "<setcomp>", "<dictcomp>"  # functions of their own, before CPython 3.12


def tree(code):
    """A code object and all that are in it."""
    found = [code]
    for each in found:  # grows meanwhile
        found.extend(inner for inner in each.co_consts if type(inner) is CODE)
    return found


def own_lines(code):
    """The lines at which CPython tells of a line of this code object, those of inner ones left out."""
    if not hasattr(code, "co_lines"):
        return lines_of_lnotab(code)
    start = body(code)
    return {line for first, end, line in code.co_lines() if line and end > start}


def body(code):
    """Where a function's own instructions begin: none before tells of its line."""
    if RESUME is None or not code.co_flags & OPTIMIZED:
        return 0
    text = code.co_code
    found = text[:PROLOGUE:2].find(RESUME)
    if found < 0:
        return 0
    at = 2 * found + 2
    while text[at] == CACHE:  # behind it from CPython 3.15 on
        at += 2
    return at


def lines_of_frame(source, frame):
    """{line: [Breakpoint]}; not of a comprehension those of the code around, which CPython tells of there, as if it were one from 3.12 on."""
    found = source.lines_in(frame.f_code)
    if found and frame.f_code.co_name in COMPREHENSIONS:
        around = own_lines(frame.f_back.f_code)
        found = {line: there for line, there in found.items() if line not in around}
    return found


def lines_of_lnotab(code):
    """Before CPython 3.10. By hand, as nothing may be imported while an import is traced."""
    line, found = code.co_firstlineno, set()
    pairs = code.co_lnotab
    if not pairs or pairs[0]:
        found.add(line)
    for index in range(0, len(pairs), 2):
        line += pairs[index + 1] - (256 if pairs[index + 1] >= 128 else 0)
        if index + 2 >= len(pairs) or pairs[index + 2]:
            found.add(line)
    return found


def loaded():
    """Every code object that a frame runs or a function has, with what tells of its file."""
    for frame in all_frames():
        yield frame.f_code, frame.f_globals
    for found in gc.get_objects():
        if type(found) is FUNCTION:
            yield found.__code__, found.__globals__
    if hides_functions():
        for module in list(sys.modules.values()):
            yield from in_namespace(getattr(module, "__dict__", {}), 1)


def hides_functions():
    """Whether gc.freeze() has hidden those that were there. What CPython 3.12 hides at its start are some hundred objects, and no functions."""
    return gc.get_freeze_count() > 0 and all(each is not EARLIEST for each in gc.get_objects())


def in_namespace(namespace, depth):
    """As ``loaded``: the functions of a module and of its classes."""
    for value in list(namespace.values()):
        if type(value) in (staticmethod, classmethod):
            value = value.__func__
        if type(value) is FUNCTION:
            yield value.__code__, value.__globals__
        elif depth and isinstance(value, type):
            yield from in_namespace(type.__dict__["__dict__"].__get__(value), depth - 1)


def first_line(code):
    """The line of a function's body that begins to run first, None for one without lines."""
    lines = own_lines(code)
    if not hasattr(code, "co_lines"):
        return min(lines, default=None)
    return next((line for first, end, line in code.co_lines() if line in lines and end > body(code)), None)
