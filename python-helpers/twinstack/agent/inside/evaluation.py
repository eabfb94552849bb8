"""Expressions and statements of the user's, in the scope of a frame."""

MAX_RESULTS = 200
MAX_TEXT = 20000  # characters of what is told of an exception
MAX_PLACES = 20  # of a traceback
EVALUATED = "<evaluated>"  # the co_filename of what is typed
ONLY_AST, TOP_LEVEL_AWAIT = 0x400, 0x2000  # PyCF_ONLY_AST, PyCF_ALLOW_TOP_LEVEL_AWAIT
AWAITS_IN_CODE = {"Await", "AsyncFor", "AsyncWith"}
MAX_TURNS = 1000
written_to = []  # the frame whose locals GDB writes back: it may have ended meanwhile
results = []  # what was evaluated since the program stood: kept alive, as it is shown
evaluating = set()  # the threads that do
RETURNED = "The function has returned meanwhile, and its variables are gone."
HAS_WRITE_THROUGH = sys.version_info >= (3, 13)  # f_locals of a function writes into it (PEP 667)
KEEPS_LOCALS = sys.version_info[:2] == (3, 12)  # a local that is deleted becomes None there, of which CPython warns the program


class Scope:
    """The names that a frame of a thread sees; as of ``frame_of``. ``names``: its own; those of a function are a copy before CPython 3.13."""

    def __init__(self, thread, depth):
        frame = frame_of(thread, depth)
        self.thread, self.frame, self.space, self.names = thread, frame, frame.f_globals, frame.f_locals
        self.is_copy = not HAS_WRITE_THROUGH and self.names is not self.space
        self.before = dict(self.names) if self.names is not self.space else {}

    def run(self, tree):
        """What the expression of a syntax tree gives; None for statements. A comprehension or lambda looks for the frame's locals in its
        globals, and ``:=`` in a comprehension leaves there what it binds."""
        kinds = {type(each).__name__ for each in nodes(tree)}
        flags = 0 if kinds.isdisjoint(AWAITS_IN_CODE) else TOP_LEVEL_AWAIT
        code = compile(tree, EVALUATED, "eval" if type(tree).__name__ == "Expression" else "exec", flags)
        if self.names is self.space or not (is_nested(code) or "NamedExpr" in kinds):
            return self.called(code, self.space)
        space = dict(self.space)
        space.update(self.names)
        before = dict(space)
        try:
            return self.called(code, space)
        finally:
            outside = {name for each in nodes(tree) if type(each).__name__ == "Global" for name in each.names}
            for name in [each for each in space if each not in before or before[each] is not space[each]]:
                (self.space if name in outside else self.names)[name] = space[name]
            space.update(self.names)  # functions that were defined find each other

    def called(self, code, space):
        if code.co_flags & COROUTINE:
            return awaited_here(eval(code, space, self.names))
        return eval(code, space, self.names) if "help" not in code.co_names else unpaged(lambda: eval(code, space, self.names))

    def bind(self, name, value):
        """Set a variable in the frame, or else among the globals; NameError where neither has it."""
        if name in self.names or name in variables(self.frame.f_code):
            self.names[name] = value
        elif name in self.space:
            self.space[name] = value
        else:
            raise NameError("name '%s' is not defined" % name)

    def written(self):
        """(id of the frame whose locals are to be written back or 0, whether some were deleted). What a call has changed meanwhile,
        by way of a cell, is not in the copy, and stays. Raises LookupError where there is nothing any more to write to."""
        before = self.before
        changed = {name: value for name, value in self.names.items() if name not in before or before[name] is not value}
        deleted = [name for name in before if name not in self.names]
        is_needed = deleted or not changed.keys().isdisjoint(variables(self.frame.f_code))
        if is_needed and self.has_ended():
            raise LookupError(RETURNED)
        if not self.is_copy:
            return 0, False
        names = self.frame.f_locals  # as they are now
        names.update(changed)
        code = self.frame.f_code
        for name in deleted:
            if KEEPS_LOCALS and name in code.co_varnames and name not in code.co_cellvars:
                names[name] = None
            else:
                names.pop(name, None)
        return (id(self.frame) if is_needed else 0), bool(deleted)

    def has_ended(self):
        """Whether its thread has returned from it; a generator goes on."""
        frame = newest_frame(self.thread)
        while frame is not None and frame is not self.frame:
            frame = frame.f_back
        return frame is None and not self.frame.f_code.co_flags & (COROUTINE | MAY_YIELD)


def awaited_here(coroutine):
    """What a coroutine comes to while the loop stands in which the program's own are awaited."""
    try:
        for _ in range(MAX_TURNS):
            if coroutine.send(None) is not None:
                break
    except StopIteration as end:
        return end.value
    coroutine.close()
    raise RuntimeError("this awaits what comes only when the program goes on")


def unpaged(work):
    """help() writes all that it has to say: a pager would wait for keys, and let nothing interrupt it."""
    pydoc = __import__("pydoc")
    pager, pydoc.pager = pydoc.pager, pydoc.plainpager
    try:
        return work()
    finally:
        pydoc.pager = pager


def variables(code):
    return code.co_varnames + code.co_cellvars + code.co_freevars


def frame_of(thread, depth):
    """The frame of a thread with that many of the program's own above it."""
    frame = user_frame(newest_frame(thread))
    while frame is not None and depth:
        frame, depth = user_frame(frame.f_back), depth - 1
    if frame is None:
        raise LookupError("the frame is gone")
    return frame


@command
def evaluate(text, thread, depth, is_unread=False):
    """Expressions or statements; see ``done``. The value is that of an expression at their end. ``is_unread``: what is typed for the
    program's terminal comes there only while the program runs."""
    return done(Scope(thread, depth), lambda scope: valued(scope, dedented(text), is_unread))


def done(scope, work):
    """(id of the value or None, the error or None, id of the frame whose locals are to be written back or 0, whether some were
    deleted); ``work(scope)`` gives a list of one value or of none."""
    found, error = guarded(lambda: work(scope))
    for value in found:
        keep(value)
    written, written_to[:] = (0, False), [scope.frame]
    try:
        written = scope.written()
    except LookupError as lost:
        error = error or str(lost)
    return (id(found[0]) if found else None, error, *written)


def guarded(work):
    """(the list that ``work()`` gives, the error or None)."""
    found, error = [], None
    evaluating.add(identity())
    listen()
    try:
        found = work()
    except BaseException as raised:  # GDB interrupts what takes too long
        error = told_as_python_does(raised)
        keep_interruption(raised)
    deafen()
    evaluating.discard(identity())
    flush()
    return found, error


@command
def represent():
    """(what repr() gives of the last of ``results``, up to MAX_TEXT characters, or None; the error or None)."""
    value = results.pop()
    keep(value)
    found, error = guarded(lambda: [beginning(repr(value))])
    return (found[0] if found else None), error


def beginning(text):
    """Of a str of any class, as one of no class of the program's."""
    first = str.__getitem__(text, slice(MAX_TEXT))
    return first + "..." if str.__len__(text) > MAX_TEXT else first


def keep(value):
    if len(results) >= MAX_RESULTS:
        del results[0]
    results.append(value)


def flush():
    """Have what the code has printed come to whoever reads it."""
    try:
        sys.stdout.flush()
    except BaseException:  # there may be none, or anything in its place
        pass


def dedented(text):
    """Lines that were copied out of a function begin at the line's beginning."""
    lines = text.strip("\n").split("\n")
    margin = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    if all(line.startswith(margin) or not line.strip() for line in lines):
        lines = [line[len(margin) :] for line in lines]
    return "\n".join(lines).strip()


def valued(scope, text, is_unread):
    tree = compile(text, EVALUATED, "exec", ONLY_AST)
    if is_unread and asks_for_input(tree, scope):
        raise EOFError(NO_INPUT)
    last = tree.body.pop() if tree.body and type(tree.body[-1]).__name__ == "Expr" else None
    if tree.body:
        scope.run(tree)
    return [] if last is None else [scope.run(whole(last.value))]


def whole(node):
    """An expression in a syntax tree, as one of its own."""
    tree = compile("0", EVALUATED, "eval", ONLY_AST)
    tree.body = node
    return tree


def told_as_python_does(error):
    """With the places of the traceback where it came out of a function."""
    places, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename != FILE:
            places.append('  File "%s", line %d, in %s' % (code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    module = type(error).__module__
    last = described(error) if module in ("builtins", "__main__") else "%s.%s" % (module, described(error))
    if len(places) > MAX_PLACES:
        places[2 : 2 - MAX_PLACES] = ["  ..."]
    lines = ["Traceback (most recent call last):"] + places if len(places) > 1 else []
    return "\n".join(lines + [last])[:MAX_TEXT]
