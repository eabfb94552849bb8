"""What to do where an expression has failed that was meant for GDB, or in the other language."""

import keyword
import re

import gdb

from .. import selection
from ..commands import operation
from ..errors import CorruptMemory, NoPython, UserError
from ..objects import evaluate
from ..said import said
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
    if typed and is_command(expression):
        return {"text": joined(message, "To run GDB's command, use '-exec %s'." % expression)}
    try:
        selection.frame(thread, level)
    except UserError:  # the program has ended meanwhile
        return {"text": message}
    if python:
        return {"text": joined(message, of_c(expression, message))}
    found = of_python(expression, message)
    return {"text": "%s GDB says: %s" % (found, message) if found else message}


def joined(message, hint):
    """What Python says of an exception ends in no full stop."""
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


def of_python(expression, message):
    """Where C does not know what is a name in the next Python frame."""
    name = NAME.search(expression)
    if not name or not UNKNOWN_IN_C.match(message):
        return None
    try:
        python, frame = opened().here.selected_frame()
        if frame is None:
            return None
        evaluate.Evaluator(python.readers, python.scopes, frame).evaluate(name.group())
    except (UserError, NoPython, CorruptMemory):
        return None
    return (
        "The selected frame is native, and its expressions are those of C; '%s' is a name of Python: "
        "write 'py: %s', or select the frame '%s'."
        % (name.group(), expression, frame.code.qualname)
    )


def of_c(expression, message):
    """Where Python does not know what is C, or a variable of a native frame that it has called."""
    name = NAME.search(expression)
    owner = name and native_owner(name.group())
    if owner and (UNKNOWN_IN_PYTHON % name.group() in message or C_ALONE.search(expression)):
        return "'%s' is a variable in C: select the frame '%s' for it." % (name.group(), owner)
    if C_ALONE.search(expression):
        return "The selected frame is Python's; select a native frame for expressions of C, or write 'c:' before."
    return None


def native_owner(name):
    """The function of the next newer native frame with a variable of that name, or None."""
    frame = gdb.selected_frame()
    for _ in range(NEAR):
        frame = frame.newer()
        if frame is None:
            return None
        if has_variable(frame, name):
            return frame.name()


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
