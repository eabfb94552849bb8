"""The breakpoints of sources: where they are, and what is decided at them."""

GONE = "There is no code at this line that can still run: what is outside of functions runs once."
COMPARISONS = {
    "==": lambda hits, number: hits == number,
    ">": lambda hits, number: hits > number,
    ">=": lambda hits, number: hits >= number,
    "<": lambda hits, number: hits < number,
    "<=": lambda hits, number: hits <= number,
    "%": lambda hits, number: hits % number == 0,
}


class Breakpoint:
    """``requested`` and real ``line``; ``log``: text and expressions in turn, or None. ``simple``: the code of a condition
    that is evaluated in the frame's scope as it is; any other is ``condition``."""

    line = error = simple = None

    def __init__(self, number, requested, condition, hit_condition, log, hits):
        self.number, self.requested, self.hits = number, requested, hits
        self.hit_condition = hit_condition
        self.condition_text, self.condition = condition, Expression(condition) if condition else None
        if self.condition is not None and not self.condition.is_nested:
            self.simple, self.condition = self.condition.code, None
        self.log = [logged(part) if index % 2 else part for index, part in enumerate(log)] if log else None

    def stops(self, frame):
        """Whether to stop in the frame now, where a simple condition holds; counts the hit, and logs."""
        if self.condition is not None and not self.condition.value(frame):
            return False
        self.hits += 1
        if self.hit_condition and not COMPARISONS[self.hit_condition[0]](self.hits, self.hit_condition[1]):
            return False
        if self.log is not None:
            tell(event="log", number=self.number, text="".join(each if type(each) is str else each.text(frame) for each in self.log))
        return self.log is None

    def is_of(self, code):
        """Whether it is meant at its line in this code object."""
        return True

    def told(self):
        return self.number, self.line, self.error


class Expression:
    """Python code that is compiled once and evaluated in a frame's scope."""

    def __init__(self, text):
        self.code = compile(text, OF_BREAKPOINT, "eval")
        self.is_nested = is_nested(self.code) or ":=" in text

    def value(self, frame):
        """A comprehension or lambda looks for the frame's locals in its globals, and leaves there what it binds."""
        if self.is_nested:
            return eval(self.code, dict(frame.f_globals, **frame.f_locals))
        return eval(self.code, frame.f_globals, frame.f_locals)

    def text(self, frame):
        try:
            return str(self.value(frame))[:ROOM]
        except BaseException as error:
            if not is_own_error(error):
                raise
            return "<error: %s>" % described(error)


def is_nested(code):
    """Whether there are functions in it."""
    return any(type(each) is CODE for each in code.co_consts)


def logged(text):
    """What is logged of a value: an expression, or what Python takes between the braces of an f-string, such as ``x!r``, ``x:03d`` or ``x=``;
    the text of the error where it is neither."""
    try:
        return Expression(text)
    except SyntaxError as error:
        try:
            return Expression('f"""{%s}"""' % text)
        except SyntaxError:
            return "<error: %s>" % no_expression(text, error)


class Source:
    """A file with breakpoints. ``at``: {line: [Breakpoint]}; ``lines`` that have code, as far as it was met: {line: the first of
    its function, 0 of the module}; ``is_whole``: whether all of its functions were met; ``on_functions``: as ``at``, those that are meant by name;
    ``module``: the name of the one that was met last."""

    module = None

    def __init__(self, path):
        self.path, self.key = path, key(path)
        self.breakpoints, self.lines, self.at, self.is_whole, self.on_functions = [], {}, {}, False, {}

    def learn(self, codes):
        """Lines of loaded code: the breakpoints move to the next that has any. Whether that changed any."""
        for code in codes:
            is_module = code.co_name == "<module>"
            self.is_whole = self.is_whole or is_module
            for line in own_lines(code):
                self.lines[line] = min(0 if is_module else code.co_firstlineno, self.lines.get(line, line))
            named_functions.bind(self, code)
        before, found = self.at, {line: list(found) for line, found in list(self.on_functions.items())}
        for each in self.breakpoints:
            each.line = self.next_line(each.requested)
            each.error = GONE if self.is_whole and self.lines and not each.line else None
            if each.line:
                found.setdefault(each.line, []).append(each)
        self.at = found
        return before != found

    def next_line(self, requested):
        """The first line from there on that has code; not of a function that begins behind it: its ``def`` is code, too, which may have run."""
        return min((line for line, first in list(self.lines.items()) if first <= requested <= line), default=None)

    def lines_in(self, code):
        at = self.at
        found = {line: [each for each in at[line] if each.is_of(code)] for line in own_lines(code) if line in at} if at else {}
        return {line: there for line, there in found.items() if there}

    def met(self, code):
        """Code of this file begins to run. Whether breakpoints have moved."""
        codes = tree(code)
        named_functions.note(code)
        if all(line in self.lines for each in codes for line in own_lines(each)):
            return False
        with turn:  # one thread at a time
            has_moved = self.learn(codes)
            if has_moved:
                tell(event="bound", breakpoints=[each.told() for each in self.breakpoints + named_functions.breakpoints])
        return has_moved


@command
def breakpoints(path, requests):
    """Replace all of a file: (number, line, condition, hit condition, log) each; (number, line or None, error) each."""
    before = sources.pop(path, None)
    hits = {each.number: each.hits for each in before.breakpoints} if before else {}
    source, refused = Source(path), []
    for number, *request in requests:
        try:
            source.breakpoints.append(Breakpoint(number, *request, hits.get(number, 0)))
        except (SyntaxError, ValueError) as error:
            refused.append((number, None, no_expression(request[1], error)))
    known.clear()
    if source.breakpoints:
        sources[path] = source
        source.is_whole = not hides_functions()
        source.learn(inner for code, space in list(loaded()) if source_of(code, space) is source for inner in tree(code))
    engine.changed()
    return [each.told() for each in source.breakpoints] + refused


def no_expression(text, error):
    return "'%s' is no expression: %s" % (text, getattr(error, "msg", error))


def reached(found, frame):
    """Breakpoints whose line a frame has reached: those that stop the program, and what is to be said."""
    numbers, error = (), None
    for each in found:
        simple = each.simple
        try:
            if simple is not None and not eval(simple, frame.f_globals, frame.f_locals):
                continue
            is_hit = each.stops(frame)
        except BaseException as raised:  # nothing of it reaches the program, unlike what interrupts that
            if not is_own_error(raised):
                raise
            is_hit, error = True, "the condition '%s' failed: %s" % (each.condition_text, described(raised))
        if is_hit:
            numbers += (each.number,)
    return numbers, error


def stop(reason, frame, numbers=(), message=None, is_certain=False, **more):
    """The user's stop: the program stands until GDB lets it run. All steps end with it. Unless it ``is_certain``, another thread
    may have stopped first, and the user have removed the breakpoints meanwhile. Code that is evaluated stops nowhere. What has interrupted
    that is raised behind the stop."""
    if identity() in evaluating:
        return
    with turn:
        there = {each.number for source in list(sources.values()) for each in source.breakpoints}
        numbers = [number for number in numbers if number in there]
        if is_certain or numbers or reason == "step" and identity() in steps:
            steps.clear()
            del results[:], interruptions[:]
            tell(event="stop", reason=reason, numbers=numbers, message=message, **more)
            del results[:], written_to[:]
            if not steps:
                engine.end_step()
            if interruptions:
                raise interruptions.pop()
