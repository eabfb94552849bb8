"""Exceptions that stop the program where they are raised, its stack still there."""

RAISED, UNCAUGHT, IN_USER_CODE = "raised", "uncaught", "userUnhandled"
NEVER = StopIteration, StopAsyncIteration, GeneratorExit  # the interpreter's own means
UNSEEN = FILE, "<frozen importlib", "<frozen zipimport"  # what comes from there counts in the frame that imports
OF_C = AttributeError, LookupError, TypeError  # what C code is used to catch from a special method
CALLED_PLAINLY = {"__init__", "__new__", "__call__", "__enter__", "__exit__", "__aenter__", "__aexit__"}
ATTRIBUTE_TESTS = {"hasattr", "getattr"}
MAX_FRAMES, MAX_CAUSES, MAX_FLIGHTS = 100, 10, 100
exit_code = SystemExit.__dict__["code"].__get__  # whatever a class of the program's has in its place
filters = {}  # name -> names of types, none of which stand for all
flights = {}  # id of an exception -> Flight
kinds = {}  # id of a type -> (type, the names of the filters that want it)


class Flight:
    """The way of one exception through the frames, until it is raised anew. ``catcher``: id of the frame that may catch it;
    ``is_open``: whether that is to be seen again; ``following``: id of the frame that it comes to next."""

    catcher, is_open, is_told, was_in_user_code, following = None, True, False, False, None

    def comes_to(self, frame):
        """To another frame than expected where somebody has kept it and raises it there, as a task does to who awaits it."""
        if self.following is not None and self.following != id(frame):
            self.is_open = True
        self.following = id(frame.f_back)

    def is_passing(self, frame, is_again):
        """Whether nothing is to be decided in the frame."""
        return self.is_told or not (self.is_open or is_again or RAISED in filters or self.catcher == id(frame))


@command
def exceptions(wanted):
    """Stop at these alone: {name of a filter: names of types}."""
    filters.clear()
    filters.update(wanted)
    flights.clear()
    kinds.clear()
    engine.changed()


def met(error, traceback, frame, is_again=False):
    """An exception is in a frame: raised there, come from one that it has called or, ``is_again``, raised once more. No error
    of what is done for that reaches the program, unlike those that interrupt it."""
    try:
        decide(error, traceback, frame, is_again)
    except Exception as interrupting:
        if not is_own_error(interrupting):
            raise


def decide(error, traceback, frame, is_again):
    if not wanting(type(error)):
        return
    is_new = not is_again and traceback is not None and traceback.tb_next is None
    flight = None if is_new else flights.get(id(error))
    if flight is not None:
        flight.comes_to(frame)
        if flight.is_passing(frame, is_again):
            return
    if isinstance(error, NEVER) or frame.f_code.co_filename.startswith(UNSEEN) or is_normal_exit(error):
        return
    if flight is None:
        if len(flights) >= MAX_FLIGHTS:
            flights.pop(next(iter(list(flights)), None), None)
        flight = flights[id(error)] = Flight()
        flight.comes_to(frame)
    mode = raised(flight, error, frame, is_new) or unhandled(flight, error, frame, is_again)
    if mode:
        flight.is_told = True
        stop("exception", frame, is_certain=True, exception=explained(error, frame, mode))


def is_normal_exit(error):
    return isinstance(error, SystemExit) and is_zero(exit_code(error))


def is_zero(code):
    return code is None or type(code) is int and code == 0


def raised(flight, error, frame, is_new):
    """What is raised in a library counts in the first frame of the user's own that it comes to."""
    is_first = is_user_code(frame.f_code) and not flight.was_in_user_code
    flight.was_in_user_code |= is_first
    is_told = is_first or is_new and not only_my_code[0]
    return "always" if is_told and RAISED in wanting(type(error)) else None


def unhandled(flight, error, frame, is_again):
    """The mode of the filter for what nobody handles, or None."""
    if not flight.is_open and not is_again:
        flight.is_open = flight.catcher == id(frame)
        return None
    flight.is_open, raising = False, frame
    uncaught, in_user_code = (name in wanting(type(error)) for name in (UNCAUGHT, IN_USER_CODE))
    if not uncaught and not in_user_code:
        return None
    was_in_user_code, outermost = False, frame
    while frame is not None:
        is_users = is_user_code(frame.f_code)
        if in_user_code and was_in_user_code and not is_users:
            return "userUnhandled"
        if not is_end(frame, error) and catches(frame, error):
            flight.catcher, flight.is_open = id(frame), frame is raising
            return None
        if is_caught_by_c(frame, error):
            flight.is_open = True
            return None
        outermost = frame
        was_in_user_code, frame = is_users, user_frame(frame.f_back)
    if outermost.f_code.co_flags & (COROUTINE | MAY_YIELD):  # CPython 3.9: thrown into what awaits, the caller not known
        flight.is_open = True
        return None
    return "unhandled" if uncaught else "userUnhandled" if was_in_user_code else None


def wanting(kind):
    """The names of the filters that want exceptions of a type."""
    found = kinds.get(id(kind))
    if found is None:
        if len(kinds) >= MAX_FLIGHTS:
            kinds.clear()
        names = {name for each in kind.__mro__ for name in (name_of(each), each.__name__)}
        found = kinds[id(kind)] = kind, [name for name, types in list(filters.items()) if not types or not names.isdisjoint(types)]
    return found[1]


def name_of(kind):
    module = "" if kind.__module__ == "builtins" else "%s." % kind.__module__
    return module + kind.__qualname__


def is_end(frame, error):
    """Whether the frame's handlers are those that tell of what nobody has handled: of a thread, or of a task that nobody awaits."""
    code = frame.f_code
    if code.co_name in ("_bootstrap", "_bootstrap_inner") and last(code.co_filename, 1) == ["threading.py"]:
        return not isinstance(error, SystemExit)
    return code.co_name == "_run" and last(code.co_filename, 2) == ["asyncio", "events.py"] and not is_awaited(error)


def is_awaited(error):
    """Whether what the current task raises may go to another one, now or later; to the loop's own end it goes without. That it was
    cancelled ends a task as it should."""
    asyncio = sys.modules["asyncio"]
    task = asyncio.current_task()
    waiting = getattr(task, "_callbacks", None)
    if task is not None and (not waiting or isinstance(error, asyncio.CancelledError)):
        return True
    return any(getattr(each, "__name__", "") != "_run_until_complete_cb" for each, _ in waiting or ())


def is_caught_by_c(frame, error):
    """Whether C code between the frame and its caller may be one that catches. It is seen anew where it was not."""
    if not isinstance(error, OF_C):
        return False
    name, caller = frame.f_code.co_name, frame.f_back
    if name[:2] == "__" == name[-2:] and name not in CALLED_PLAINLY:
        return True
    return isinstance(error, AttributeError) and caller is not None and not ATTRIBUTE_TESTS.isdisjoint(caller.f_code.co_names)


def explained(error, frame, mode):
    """What the user is told of an exception that is raised in a frame."""
    frames = []
    while frame is not None and len(frames) < MAX_FRAMES:
        frames.append((frame.f_code, frame.f_lineno))
        frame = user_frame(frame.f_back)
    return dict(described_error(error, reversed(frames)), mode=mode, inner=causes(error))


def described_error(error, frames):
    name, text = name_of(type(error)), text_of(error)
    lines = ['  File "%s", line %s, in %s' % (code.co_filename, line, code.co_name) for code, line in frames]
    last_line = "%s: %s" % (name, text) if text else name
    return {
        "typeName": type(error).__qualname__,
        "fullTypeName": name,
        "message": text,
        "stackTrace": "\n".join(["Traceback (most recent call last):", *lines, last_line]),
    }


def text_of(error):
    try:
        return str(error)[:ROOM]
    except BaseException:  # of its __str__
        return ""


def causes(error):
    """What an exception was raised from, or in the handling of, and so on."""
    found = []
    while len(found) < MAX_CAUSES:
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if error is None:
            break
        frames, traceback = [], error.__traceback__
        while traceback is not None and len(frames) < MAX_FRAMES:
            frames.append((traceback.tb_frame.f_code, traceback.tb_lineno))
            traceback = traceback.tb_next
        found.append(described_error(error, frames))
    return found
