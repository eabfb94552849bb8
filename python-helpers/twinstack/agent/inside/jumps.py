"""Going on at another line of the frame that stands at one: its f_lineno is set, which CPython allows where it tells of a line."""

jumped = {}  # thread -> (frame, line) that was gone to, and is told of once more before it runs: from CPython 3.12 on


@command
def jump_target(path, wanted):
    """(line, name of the function): the first line from ``wanted`` on that has code in the newest frame's own function."""
    frame = user_frame(frame_at(1))
    code = frame.f_code
    paths = candidates(code.co_filename, frame.f_globals.get("__file__"))
    if key(path) not in [key(each if each[:1] == "/" else at_start + "/" + each) for each in paths]:
        raise ValueError("the thread stands in %s" % code.co_filename)
    lines = sorted(own_lines(code))
    if not lines or not lines[0] <= wanted <= lines[-1]:
        raise ValueError("it is not in '%s', in which the thread stands" % getattr(code, "co_qualname", code.co_name))
    return min(line for line in lines if line >= wanted), getattr(code, "co_qualname", code.co_name)


@command
def jump(line):
    """Raises ValueError with CPython's reason where it does not allow it."""
    frame = user_frame(frame_at(1))
    if frame in between:  # CPython 3.8 and 3.9 do not see that
        raise ValueError("can only jump from a 'line' trace event")
    engine.jumps(frame)
    frame.f_lineno = line
    engine.jumped(frame, line)
