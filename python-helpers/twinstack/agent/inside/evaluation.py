"""Expressions and statements of the user's, in the scope of a frame."""

MAX_RESULTS = 200
results = []  # what was evaluated since the program stood: kept alive, as it is shown
HAS_WRITE_THROUGH = sys.version_info >= (3, 13)  # f_locals of a function writes into it (PEP 667)


def frame_of(thread, depth):
    """The frame of a thread with that many of the program's own above it."""
    frame = user_frame(sys._current_frames().get(thread))
    while frame is not None and depth:
        frame, depth = user_frame(frame.f_back), depth - 1
    if frame is None:
        raise LookupError("the frame is gone")
    return frame


@command
def evaluate(text, thread, depth):
    """(id of the value or None, id of a frame whose locals are to be written back or 0)."""
    frame = frame_of(thread, depth)
    if len(results) >= MAX_RESULTS:
        del results[0]
    space, names = frame.f_globals, frame.f_locals
    try:
        code, is_value = compile(text.strip(), "<evaluated>", "eval"), True
    except SyntaxError:
        code, is_value = compile(text, "<evaluated>", "exec"), False
    if is_value:
        nested = any(type(each) is CODE for each in code.co_consts)
        value = eval(code, dict(space, **names)) if nested and names is not space else eval(code, space, names)
        results.append(value)
        return id(value), 0
    exec(code, space, names)
    return None, 0 if HAS_WRITE_THROUGH or names is space else id(frame)
