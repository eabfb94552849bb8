"""What to do where an expression has failed that was meant for GDB, or in the other language."""

import keyword

import gdb

from .. import selection, session
from ..commands import operation
from ..errors import CorruptMemory, NoPython, UserError
from ..inferior.program_calls import CANNOT
from ..later import re
from ..objects import evaluate
from ..said import said
from ..stack import native_stacks
from ..stack.merge import Placed
from .gdb_commands import opened

NAME = re.compile(r"[A-Za-z_]\w*")
COMMAND = re.compile(r"([A-Za-z][\w-]*)(?:/\w+)?(?:\s+(.*))?$", re.DOTALL)
OPERATOR = re.compile(r"[-=+*/%<>&|^!]{1,3}\s|(?:in|is|and|or|not|if)\b")  # behind a name
TOPICS = (  # of GDB's help, which are no commands
    "aliases breakpoints data files internals obscure running stack status support"
    " text-user-interface tracepoints user-defined"
).split()
UNKNOWN_IN_C = re.compile("No symbol|A syntax error|.*has unknown return type|Invalid character")
UNKNOWN_IN_PYTHON = "name '%s'"
C_ALONE = re.compile(r"->|::|^[*&(]|\bsizeof\b")
NEAR = 20  # native frames in which a name is looked for


@operation("hint")
def hint(thread, level, expression, message, python=False, typed=False):
    """{"text": what is said in the place of ``message`` of an expression that failed}. ``python``:
    in a Python frame, which the native frame ``level`` runs; ``typed``: in the debug console."""
    if typed and is_command(expression) and (python or not is_variable_of_python(thread, level, expression)):
        return {"text": joined(message, "To run GDB's command, use '-exec %s'." % expression)}
    try:
        selection.frame(thread, level)
    except UserError:  # the program has ended meanwhile
        return {"text": message}
    if python:
        return {"text": joined(message, of_c(level, expression, message))}
    found = of_python(expression, message)
    return {"text": "%s GDB says: %s" % (found, message) if found else message}


def joined(message, hint):
    """A message and a hint behind it, as sentences: Python's own message ends in no full stop."""
    if not hint:
        return message
    return message + (" " if message.endswith(".") else ". ") + hint


def is_command(text):
    """Does it read as a command of GDB, and no operator make an expression of it? One letter alone is a name more often, and
    a command such as ``d`` does harm."""
    found = COMMAND.match(text)
    if not found or len(text) == 1 or keyword.iskeyword(found.group(1)) or found.group(1) in TOPICS or OPERATOR.match(found.group(2) or ""):
        return False
    try:
        return bool(said("help " + found.group(1)))
    except gdb.error:  # none, or the beginning of several
        return False


def is_variable_of_python(thread, level, text):
    """Is it one of the names, not the built-in ones, of the Python frame next to a native one?"""
    if not NAME.fullmatch(text):
        return False
    try:
        selection.frame(thread, level)
        evaluator, _ = next_of_python()
        return evaluator is not None and not evaluator.is_built_in(text)
    except (UserError, NoPython, CorruptMemory):
        return False


def next_of_python():
    """(evaluate.Evaluator, frame) of the Python frame next to the selected native one; None for both where there is none."""
    python, frame = opened().here.selected_frame()
    if frame is None:
        return None, None
    return evaluate.Evaluator(python.readers, python.scopes, frame), frame


def is_unknown_in_c(name, message):
    """Where GDB cannot call at all, it refuses before it looks for the function's type."""
    return UNKNOWN_IN_C.match(message) or message == CANNOT and gdb.lookup_global_symbol(name) is None


def of_python(expression, message):
    """The hint for an expression in a native frame with a name that C does not know and the next Python frame does; None for any other."""
    name = NAME.search(expression)
    if not name or not is_unknown_in_c(name.group(), message):
        return None
    try:
        evaluator, frame = next_of_python()
        if evaluator is None:
            return None
        evaluator.evaluate(name.group())
    except (UserError, NoPython, CorruptMemory):
        return None
    return (
        "The selected frame is native, and its expressions are those of C; '%s' is a name of Python: "
        "write 'py: %s', or select the frame '%s'."
        % (name.group(), expression, frame.code.qualname)
    )


def of_c(level, expression, message):
    """Where Python does not know what is C, or a variable of a native frame that it has called."""
    name = NAME.search(expression)
    owner = name and native_owner(level, name.group())
    if owner and (UNKNOWN_IN_PYTHON % name.group() in message or C_ALONE.search(expression)):
        return "'%s' is a variable in C: select the frame '%s' for it." % (name.group(), owner)
    if C_ALONE.search(expression):
        return "The selected frame is Python's; select a native frame for expressions of C, or write 'c:' before."
    return None


def native_owner(level, name):
    """The function of the next newer native frame that is shown and has a variable of that name, or None."""
    newer = [each.frame for each in shown_above(level)][-NEAR:]
    return next((frame.name() for frame in reversed(newer) if has_variable(frame, name)), None)


def shown_above(level):
    """Generates the NativeFrames of the selected thread's stack that are newer than GDB's frame ``level``."""
    thread = gdb.selected_thread()
    stack = session.merged_stack(thread)[0] or native_stacks.of(thread, session.debuggee().images)
    for each in stack:
        native = each.native if isinstance(each, Placed) else each
        if native is not None and native.level >= level:
            return
        if native is each:
            yield native


def has_variable(frame, name):
    """One of its function's own: GDB's ``read_var`` finds those of all files, too."""
    try:
        block = frame.block()
    except RuntimeError:  # no debug information
        return False
    while block is not None and not (block.is_static or block.is_global):
        if any(each.name == name and (each.is_variable or each.is_argument) for each in block):
            return True
        block = None if block.function else block.superblock
    return False
