"""The frame next to one of the other language: where an expression behind ``py:`` or ``c:`` is evaluated."""

from .. import selection, session
from ..commands import operation
from ..errors import UserError
from .merge import Placed

NO_PYTHON = "No Python code has called what the selected frame runs, so that there is no frame for 'py:'."
NO_NATIVE = "The C code that runs the selected frame is not known, so that there is no frame for 'c:'."


@operation("nearest-frame")
def nearest_frame(thread, level, frame=None):
    """{"level", "frame": address, or null for a native one}: of a native frame the Python frame that has called it, of the Python frame at
    an address the C code that it has called, or else CPython's that runs it."""
    stack, reason = session.merged_stack(selection.thread(thread))
    if stack is None:
        raise UserError(reason or NO_PYTHON)
    return python(stack, level) if frame is None else native(stack, int(frame, 0))


def python(stack, level):
    """The newest Python frame below a native one, which has called it: {"level", "frame"}. Raises UserError where there is none."""
    is_older = False
    for index, each in enumerate(stack):
        if isinstance(each, Placed):
            if is_older or each.native is not None and each.native.level >= level:
                shown = stack.page(index, 1)["frames"][0]
                return {"level": shown.get("level", 0), "frame": shown["frame"]}
        else:
            is_older = is_older or each.level >= level
    raise UserError(NO_PYTHON)


def native(stack, address):
    """The oldest of those that it has called, where one is the user's."""
    own, called = session.python().image, None
    images = session.debuggee().images
    for each in stack:
        if not isinstance(each, Placed):
            called = each if images.path(each.pc) not in (own, None) else called
        elif each.frame.address != address:
            called = None
        elif called or each.native:
            return {"level": (called or each.native).level, "frame": None}
    raise UserError(NO_NATIVE)
