"""Breakpoints on functions by their names: at the first line of each that has the name, in the modules that are met."""

FUNCTIONS = "<functions>"  # their place among the sources


class Function(Breakpoint):
    """``parts`` of the name; ``codes``: {id: code} of the functions that were met; ``path`` and ``line`` of the first."""

    path = None

    def __init__(self, number, name, condition, hit_condition, hits):
        Breakpoint.__init__(self, number, None, condition, hit_condition, (), hits)
        self.parts, self.codes = name.split("."), {}

    def is_of(self, code):
        return id(code) in self.codes

    def told(self):
        return Breakpoint.told(self) + (self.path,)

    def is_named(self, code, module, qualname):
        """Whether the name is the function's, or its end: from a module, class or function on. One of a library is meant by all of it."""
        full = ("%s.%s" % (module, qualname)).split(".")
        return full == self.parts or full[-len(self.parts) :] == self.parts and is_user_code(code)


class NamedFunctions:
    """All of them; among the sources where there are any, as one that no code is of. ``qualnames``: {id of a code: (code, its
    __qualname__)} of functions that may be meant: before CPython 3.11 they do not know it themselves."""

    path = key = FUNCTIONS

    def __init__(self, breakpoints=()):
        self.breakpoints, self.qualnames = list(breakpoints), {}
        self.last_names = {each.parts[-1] for each in self.breakpoints}

    def source_of(self, code):
        """A Source for a file that no other breakpoint is in, where code has a function that may be meant; or None."""
        name = code.co_filename
        if not self.breakpoints or name[:1] == "<" or not any(each.co_name in self.last_names for each in tree(code)):
            return None
        return Source(name if name[:1] == "/" else at_start + "/" + name)

    def note(self, code, qualname=""):
        """The names of the functions in a module's code, or that of a function and those in it."""
        if not self.breakpoints or qualname == "" and code.co_name != "<module>":
            return
        if code.co_name in self.last_names:
            self.qualnames[id(code)] = code, qualname
        for inner in code.co_consts:
            if type(inner) is CODE:
                self.note(inner, "%s.%s" % (qualname, inner.co_name) if qualname else inner.co_name)

    def qualname(self, code):
        """Without the ``<locals>`` of functions that are in others."""
        if id(code) in self.qualnames:
            return self.qualnames[id(code)][1]
        return getattr(code, "co_qualname", code.co_name).replace(".<locals>", "")

    def bind(self, source, code):
        if code.co_name not in self.last_names or not code.co_flags & OPTIMIZED:
            return
        line = first_line(code)
        for each in self.breakpoints:
            if line and each.is_named(code, source.module, self.qualname(code)):
                each.codes[id(code)] = code
                if each.line is None:
                    each.path, each.line = source.path, line
                there = source.on_functions.setdefault(line, [])
                if each not in there:
                    there.append(each)


named_functions = NamedFunctions()


@command
def function_breakpoints(requests):
    """Replace all: (number, name, condition, hit condition) each; (number, line or None, error, path) each."""
    global named_functions
    hits, found, refused = {each.number: each.hits for each in named_functions.breakpoints}, [], []
    for number, *request in requests:
        try:
            found.append(Function(number, *request, hits.get(number, 0)))
        except (SyntaxError, ValueError) as error:
            refused.append((number, None, no_expression(request[1], error)))
    named_functions = NamedFunctions(found)
    known.clear()
    sources.pop(FUNCTIONS, None)
    for source in list(sources.values()):
        source.on_functions = {}
        source.learn(())
    if found:
        sources[FUNCTIONS] = named_functions
        meet_loaded()
    engine.changed()
    return [each.told() for each in found] + refused


def meet_loaded():
    """Functions of modules that are there already."""
    for each in gc.get_objects():
        if type(each) is FUNCTION:
            named_functions.note(each.__code__, each.__qualname__.replace(".<locals>", ""))
    for code, space in sorted(loaded(), key=lambda each: each[0].co_firstlineno):
        source = source_of(code, space)
        if source is not None:
            source.learn(tree(code))
