"""Steps by line: of a thread, in a frame; ended by whatever else stops the program."""

COROUTINE = 0x80  # CO_COROUTINE
AWAITING = COROUTINE | 0x200  # CO_ASYNC_GENERATOR
MAX_WRAPPED = 10
OTHER_C_CALLABLES = "wrapper_descriptor", "method-wrapper"
mro_of = type.__dict__["__mro__"].__get__
NEXT, IN, OUT, LANDING, THROUGH, ANYWHERE, BEGINNING = "next", "in", "out", "landing", "through", "anywhere", "beginning"
ENTERING, ARRIVING = (IN, THROUGH, ANYWHERE, BEGINNING), (LANDING, THROUGH)
steps = {}  # thread -> Step
between = []  # the frames that stand in the midst of a line


class Step:
    """Where it ends, by its ``kind``:

    NEXT       at the next line of ``frame``, or where that ends
    IN         as NEXT, or at the first line of the user's code that ``frame`` calls
    OUT        where ``frame`` ends
    LANDING    at the next instruction of ``frame``, to which a function has returned
    THROUGH    as LANDING, or at the next line of the user's that begins to run: what has called the function may be a library or C code
    ANYWHERE   at such a line alone: no code of the user's has called the library, of which ``frame`` is the oldest one; with its end the step is given up
    BEGINNING  at the first line of the next module that begins to run, whosever it is; ``frame`` is None

    ``target``: (offset of the first instruction, offset behind the last) of the only call of ``frame`` that a step IN goes into, or None.
    ``returned``: (what the function has returned,), or () where it has not.
    ``before``: the tasks that there were when a step IN began in a coroutine, until that awaits; ``awaited``: from then on those that its line has
    made, or awaits."""

    before = awaited = None

    def __init__(self, kind, frame, target=None):
        self.kind, self.frame, self.target, self.returned = kind, frame, target, ()

    def enters(self):
        """Whether it goes into what is called now."""
        return self.kind in ENTERING and (self.target is None or self.target[0] <= self.frame.f_lasti < self.target[1])

    def goes_into(self, code):
        """Whether it goes into code that begins to run now."""
        if self.kind == BEGINNING:
            return code.co_name == "<module>" and not is_polling(code)
        return self.enters() and is_user_code(code)

    def waits(self, future):
        """Its coroutine begins to await."""
        if self.before is not None:
            self.before, self.awaited = None, awaited_by(future, self.before)

    def is_apart(self, frame, is_back):
        """Whether a frame that begins or, ``is_back``, goes on is none of what the step's own one awaits: an awaiter's, or of another task."""
        if self.kind != IN or is_within(frame, self.frame):
            return False
        return is_back or self.awaited is not None and runs_another(self.awaited)


def awaits(code, value):
    """Whether code that yields a value waits, and will be back: what an asynchronous generator yields itself comes wrapped."""
    return code.co_flags & AWAITING and type(value).__name__ != "async_generator_wrapped_value"


def is_within(frame, caller):
    """Whether ``caller`` is a frame, or has called it, at any distance."""
    while frame is not None and frame is not caller:
        frame = frame.f_back
    return frame is not None


def is_any_entering():
    """Other threads begin and end steps meanwhile."""
    return any(each.kind in ENTERING for each in list(steps.values()))


def current():
    """The step of this thread, or None."""
    if not steps:
        return None
    if forget_ended():
        engine.end_step()
    return steps.get(identity())


def forget_ended():
    """Whether GDB said of a stop that it has ended all steps; they are none any more."""
    if not control[FORGET_STEPS]:
        return False
    control[FORGET_STEPS] = 0
    steps.clear()
    return True


@command
def step(*words):
    """As ``begin``. It is none any more where GDB has said meanwhile that all have ended: another thread was first."""
    if forget_ended():
        engine.end_step()
    else:
        steps.clear()
        begin(*words)


commands[STEP_ON] = step


def begin(kind, thread, depth=None, target=None):
    """The thread's next step begins at the frame in which it stands; LANDING ends where that goes on. ``depth``: the thread
    has run on since, and the frame is that with so many frames from it to the oldest one. ``target``: as of Step."""
    frame = None if kind == BEGINNING else user_frame(newest_frame(thread))
    if depth:
        frame = at_depth(frame, depth)
    if frame is None and kind != BEGINNING:
        raise ValueError("the thread runs no Python code")
    made = Step(kind, frame, target)
    if kind == IN and frame.f_code.co_flags & AWAITING and thread == identity():
        made.before = all_tasks()
    steps[thread] = made
    engine.arm(made)
    if kind == IN:
        tell_entries()


def at_depth(frame, depth):
    """A frame or, where there are more than ``depth``, the caller with so many."""
    frames = []
    while frame is not None:
        frames.append(frame)
        frame = user_frame(frame.f_back)
    return frames[max(0, len(frames) - depth)] if frames else None


@command
def forget_step():
    """This thread's step ends elsewhere: in C."""
    steps.pop(identity(), None)
    engine.end_step()


def left(step, frame, *returned):
    """The frame of a step returns, yields or is left by an exception: the step ends in its caller,
    unless GDB, which sees whether that is C code of the user's, says forget_step."""
    tell_of(step, event="return")
    nearest = caller = user_frame(frame.f_back)
    while caller is not None and not is_user_code(caller.f_code):
        oldest, caller = caller, user_frame(caller.f_back)
    if steps.get(identity()) is not step:
        return
    if nearest is None:
        forget_step()
        return
    is_through = step.kind == IN or caller is not nearest and step.kind not in (OUT, LANDING)
    step.kind, step.frame, step.target, step.returned = THROUGH if is_through else LANDING, caller, None, returned
    if caller is None:
        step.kind, step.frame, step.returned = ANYWHERE, oldest, ()
    engine.arm(step)


def landed(step):
    """It stands where a function has returned to, whose value lives on while the program stands."""
    between.append(step.frame)
    try:
        stop("step", step.frame, **{"returned": id(value) for value in step.returned})
    finally:
        between.remove(step.frame)


def called(step, function):
    """The frame of a step calls: GDB looks where a C function of the user's begins."""
    function = behind_functools(function)
    if may_be_users(function):
        tell_of(step, event="call", object=id(function))


def behind_functools(function):
    """What a functools.partial, or a function with an lru_cache, calls; any other as it is."""
    functools = sys.modules.get("functools")
    partial, cached = getattr(functools, "partial", None), getattr(functools, "_lru_cache_wrapper", None)
    for _ in range(MAX_WRAPPED):
        kind = type(function)
        if kind is partial:
            function = function.func
        elif kind is cached:
            function = getattr(function, "__wrapped__", None)
        else:
            break
    return function


def tell_of(step, **message):
    """Unless another thread's stop, for which the turn was waited, has ended the step."""
    with turn:
        if steps.get(identity()) is step:
            tell(**message)


def may_be_users(function):
    """Whether what is called may be C code that is neither of CPython nor of its library. None of its own code is run for that."""
    kind = type(function)
    if kind.__name__ in ("method", "instancemethod"):
        return may_be_users(function.__func__)
    if kind is FUNCTION:
        return False
    if issubclass(kind, type):
        return any(is_extension(module_of(each)) for each in mro_of(function))
    if kind.__name__ not in C_DEFINED and kind.__name__ not in OTHER_C_CALLABLES:
        return any(is_extension(module_of(each)) for each in mro_of(kind))
    owner = getattr(function, "__objclass__", None) or getattr(function, "__self__", None)
    if owner is not None and type(owner) is not type(sys):
        return is_extension(module_of(owner if issubclass(type(owner), type) else type(owner)))
    return is_extension(getattr(function, "__module__", None) or module_of(kind))


def is_extension(module):
    """Whether a module of that name is an extension of the user's, by its file; one without a file may be anything, and counts as one."""
    if type(module) is not str or module in sys.builtin_module_names:
        return False
    found = sys.modules.get(module)
    file = namespace_of_module(found).get("__file__") if isinstance(found, type(sys)) else None
    return type(file) is not str or file.endswith(".so") and "/lib-dynload/" not in file
