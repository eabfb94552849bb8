"""Who forgets something when the program runs on: state lives where it belongs, and dies in one call."""

_forgetting = []


def on_resume(forget):
    """Call ``forget(thread)`` whenever a generation ends (session.end_generation): GDB's number of the thread that alone runs
    on, or None. Returns ``forget``: usable as a decorator."""
    _forgetting.append(forget)
    return forget


def forget(thread):
    """The program runs on, or that thread alone does."""
    for each in _forgetting:
        each(thread)
