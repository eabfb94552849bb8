"""Steps by line: of a thread, in a frame; ended by whatever else stops the program."""

COROUTINE = 0x80  # CO_COROUTINE
NEXT, IN, OUT, LANDING = "next", "in", "out", "landing"
steps = {}  # thread -> Step


class Step:
    """``frame`` in which it ends: at its next line, unless ``kind`` is OUT; LANDING: at its next instruction,
    as a function has returned to it."""

    def __init__(self, kind, frame):
        self.kind, self.frame = kind, frame


def current():
    """The step of this thread, or None."""
    if not steps:
        return None
    if control[FORGET_STEPS]:
        control[FORGET_STEPS] = 0
        steps.clear()
        engine.end_step()
    return steps.get(identity())


@command
def step(kind, thread):
    """The thread's next step begins at the frame in which it stands."""
    frame = user_frame(sys._current_frames().get(thread))
    if frame is None:
        raise ValueError("the thread runs no Python code")
    control[FORGET_STEPS] = 0
    steps[thread] = Step(kind, frame)
    engine.arm(steps[thread])


@command
def forget_step():
    """This thread's step ends elsewhere: in C."""
    steps.pop(identity(), None)
    engine.end_step()


def is_user_code(code):
    return code.co_filename != FILE and code.co_filename[:8] != "<frozen "


def left(step, frame):
    """The frame of a step returns, yields or is left by an exception: the step ends in its caller,
    unless GDB, which sees whether that is C code of the user's, says forget_step."""
    tell(event="return")
    caller = user_frame(frame.f_back)
    if steps.get(identity()) is not step:
        return
    if caller is None:
        forget_step()
        return
    step.kind, step.frame = LANDING, caller
    engine.arm(step)


def called(step, function):
    """The frame of a step calls: GDB looks where a C function of the user's begins."""
    if type(function) is not FUNCTION:
        tell(event="call", object=id(function))
