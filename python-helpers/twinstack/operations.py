"""The operations on CPython: what they take and answer; the work is done elsewhere.

Addresses are texts "0x..."; ``thread`` is GDB's global thread number; ``frame`` is the address of
a Python frame as ``stack`` gave it.
"""

import gdb

from . import formats, selection, session
from .commands import operation
from .cpython import builds
from .cpython.referrers import Referrers
from .errors import ForConsole, NoPython, UserError
from .execution import threads
from .files import truncation
from .native import c_views, frame_parameters
from .objects import by_address, evaluate as evaluation, paths, scope_variables, slices, variables, whole_texts
from .objects.memory_facts import MemoryFacts
from .stack import native_stacks

CUT = "The Python frames end too early: %s."
MAX_PAGE = 1000  # variables in one answer


@operation("probe")
def probe():
    """Which CPython the program has: {"python": {...} or null, "reason", "pid"}."""
    debuggee = session.debuggee()
    try:
        python, reason = debuggee.runtime, None
    except NoPython as error:
        python, reason = None, str(error)
    described = python and builds.describe(python)
    return {"python": described, "reason": reason, "pid": gdb.selected_inferior().pid}


@operation("module-files")
def module_files(known):
    """The source files of the modules that the main interpreter has imported: {"modules": how many there
    are, "files", or null when there are as many as ``known``}; none where no CPython is running."""
    try:
        modules = session.python().readers.modules
    except NoPython:
        return {"modules": 0, "files": []}
    count = modules.count()
    return {"modules": count, "files": modules.files() if count not in (0, known) else None}


@operation("formats")
def show_strings(string):
    """From now on ``string`` characters of a string are shown, in Python and in C."""
    formats.show_strings(string)
    return {}


@operation("offer-code")
def offer_code():
    """From now on an object whose repr() is made by code of its class opens with a VARIABLE for that; see variables."""
    formats.offer_code()
    return {}


@operation("stack")
def stack(thread, start=0, count=20, parameters=False, evaluator=False, view="merged"):
    """A page of the merged stack, or of its "python" or "native" frames alone: {"frames", "more", "reason", "exceptions": has the thread any};
    the frames with their ``parameters`` when these are wanted. ``evaluator``: one that is the
    newest frame is shown too, as the program was stopped in it on purpose."""
    selected = selection.thread(thread)
    found, reason = session.merged_stack(selected, evaluator)
    if found is None or view == "native":
        found = native_stacks.of(selected, session.debuggee().images)
    elif view == "python":
        found = found.of_python()
    page = found.page(start, count)
    if parameters:
        frames = found.found(start, len(page["frames"]))
        page = dict(page, frames=frame_parameters.added(frames, page["frames"]))
    reason = CUT % found.cut + truncation.sentence() if found.cut else reason
    return dict(page, reason=reason, exceptions=threads.has_exceptions(selected))


@operation("locals")
def local_variables(thread, frame, group=None):
    """The locals of a Python frame that are set, enclosing ones included; or those of a group."""
    python = session.python()
    found = python.stacks.frame(int(frame, 0), thread)
    return {"variables": scope_variables.of_locals(python, found, group)}


@operation("globals")
def global_variables(frame, start=0, count=100, group=None):
    """A page of the globals of a Python frame, or of a group of them: {"variables", "total"}."""
    python = session.python()
    found = python.stacks.frame(int(frame, 0))
    return scope_variables.of_globals(python, found, start, min(count, MAX_PAGE), group)


@operation("frame-c-view")
def frame_c_view(thread, frame):
    """A Python frame as C sees it."""
    python, address = session.python(), int(frame, 0)
    stack_of_thread = python.stacks.of(selection.thread(thread))
    found = python.stacks.frame(address, thread)
    return {"variables": c_views.of_frame(python, found, stack_of_thread.placed(address))}


@operation("children")
def children(object, filter=None, start=0, count=100, group=None):
    """A page of what a Python object opens into; of one of its groups when that is named. Behind
    all that are the C fields of an extension's own type."""
    count, address = min(count, MAX_PAGE), int(object, 0)
    page = by_address.children(address, filter, start, count, group)
    if group is None and filter != "indexed" and len(page) < count:
        readers = session.python().readers
        fields = c_views.own_fields(readers, address)
        first = start + len(page) - variables.total(readers, address, filter) if fields else 0
        page += fields[first : first + count - len(page)]
    return {"variables": page}


@operation("slice-children")
def slice_children(object, first, last, filter=None, start=0, count=100):
    """A page of what part of a sequence or text opens into: a VARIABLE with "first" and "last"."""
    readers = session.python().readers
    if filter == "named":
        return {"variables": []}
    part = slices.of(readers, int(object, 0), first, last)
    return {"variables": variables.slice_children(readers, part, start, min(count, MAX_PAGE))}


@operation("referrers")
def referrers(object, limit=100, seconds=5):
    """What refers to an object: {"variables", "searched", "complete"}; see referrers.Referrers."""
    return Referrers(session.python(), int(object, 0), limit, seconds).search()


@operation("memory-facts")
def memory_facts(object):
    """What the object costs and who keeps it, as VARIABLEs to be read."""
    return {"variables": MemoryFacts(session.python()).variables(int(object, 0))}


@operation("location")
def location(object):
    """Where an object is defined or stands: {"file", "line", "keyword", "name"}; see locations."""
    return session.python().readers.locations.of(int(object, 0))


@operation("object-c-view")
def object_c_view(object):
    """A Python object as the C struct that it is."""
    return {"variables": c_views.of_object(session.python().readers, int(object, 0))}


@operation("evaluate")
def evaluate(thread, frame, expression, refused=None):
    """The VARIABLE at the end of a path such as self.items[3]["k"].x; runs no code. ``refused``: why none can run, where the user wanted that; it is
    told where reading does not do."""
    try:
        return evaluated(thread, frame, expression)
    except UserError as error:
        if refused is None:
            raise
        if isinstance(error, paths.NoExpression):
            raise UserError(refused)
        raise UserError("%s %s" % (refused, error.plain if isinstance(error, ForConsole) else error))


def evaluated(thread, frame, expression):
    python = session.python()
    found = python.stacks.frame(int(frame, 0), thread)
    return evaluation.Evaluator(python.readers, python.scopes, found).variable(expression)


@operation("object")
def described_object(object, expression):
    """The VARIABLE of the object at an address, which an expression has given."""
    return variables.variable(session.python().readers, expression, int(object, 0))


@operation("whole-text")
def whole_text(thread, frame, expression):
    """What a path leads to as text in full, a str without quotes: {"text": its first page, "handle"
    for the others by ``kept-text``, "length" that can be read, "total"}."""
    with formats.copying():
        found = evaluated(thread, frame, expression)
    return whole_texts.keep(whole_texts.of_variable(session.python().readers, found))


@operation("kept-text")
def kept_text(handle, start, count):
    """{"text"}: a page of what ``whole-text`` or ``native-whole-text`` made."""
    return {"text": whole_texts.kept_page(handle, start, count)}


@operation("text")
def text(object, start, count):
    """A page of a str, bytes or bytearray: {"text", "length" of the whole}; bytes as in a literal."""
    found = whole_texts.Characters(session.python().readers, int(object, 0))
    return {"text": found.page(start, count), "length": found.total}
