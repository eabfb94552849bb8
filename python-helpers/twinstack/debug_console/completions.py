"""What the word before the caret may become in a client's debug console: the operations.

An ITEM is {"label", "type": a word of DAP's CompletionItemType}. The answer also has "length", how
many characters before the caret an item replaces. Names are found by reading alone.
"""

import gdb

from .. import selection, session
from ..commands import operation
from ..errors import CorruptMemory, NoPython, UserError
from ..inferior import read_only
from ..later import re
from ..native import dynamic_types
from ..native.blocks import NoDebugInformation, globals_of, variables_of
from ..native.members import Child
from ..native.type_codes import POINTERS, STRUCTS
from ..objects.evaluate import Evaluator
from ..said import said
from . import gdb_commands

MOST = 500  # items
TRUNCATED = "*** List may be truncated"
WORD = re.compile(r"[\w$]*$")
JOINT = re.compile(r"(->|\.|::)\s*$")
KEY = re.compile(r"""\[\s*(["'])([^"'\\]*)$""")
CLOSING = ")]"
OPENING = "(["
TAG = re.compile(r"\b(?:struct|union|class|enum)\s+$")
LEAST = 2  # letters of a word from which on all that GDB knows is offered: a program has many functions
NESTING = 8  # base classes and anonymous members within each other


@operation("completions")
def completions(thread, level, text, frame=None):
    """{"items", "length"} for an expression up to the caret; ``frame``: address of the Python frame
    whose path it is, else it is of C in the native frame ``level``."""
    selected = selection.frame(thread, level)
    key = KEY.search(text) if frame is not None else None
    word = key.group(2) if key else WORD.search(text).group()
    before = text[: key.start() if key else len(text) - len(word)]
    try:
        found = native(selected, before, word) if frame is None else python(int(frame, 0), thread, before, word, key)
    except (UserError, NoPython, CorruptMemory, gdb.error):  # what is being typed makes no sense yet
        found = []
    return {"items": items(found, word), "length": len(word)}


@operation("command-completions")
def command_completions(thread, level, text):
    """{"items", "length"} for a command of GDB, each a whole command."""
    selection.frame(thread, level)
    gdb_commands.opened()
    return {"items": items([(line, "text") for line in completed(text)], ""), "length": len(text)}


def completed(command):
    """The commands that GDB would complete one to; more than its max-completions it only mentions."""
    return [line for line in said("complete " + command).splitlines() if TRUNCATED not in line]


def items(found, word):
    """ITEMs of (label, type) that begin with a word, in order, each once."""
    wanted = {label: kind for label, kind in found if label and label.startswith(word)}
    return [{"label": label, "type": wanted[label]} for label in sorted(wanted)[:MOST]]


def python(address, thread, before, word, key):
    """Names that the frame sees, attributes of the object before a dot, or keys of the one before a ``key``'s bracket."""
    runtime = session.python()
    evaluator = Evaluator(runtime.readers, runtime.scopes, runtime.stacks.frame(address, thread))
    if key:
        return [(name, "value") for name in evaluator.key_names(operand(before)) if name.isprintable() and key.group(1) not in name]
    joint = JOINT.search(before)
    found = evaluator.names() if joint is None else evaluator.attribute_names(operand(before[: joint.start()]))
    is_hidden = word[:1] != "_"  # names of the language's own are shown when one begins to be typed
    return [(name, "property" if joint else "variable") for name in found if not (is_hidden and name[:2] == "__" == name[-2:])]


def native(frame, before, word):
    """Variables of the frame and its file, or what a class has before a joint."""
    joint = JOINT.search(before)
    if joint is None:
        return registers(frame) if word.startswith("$") else known(before, word) + visible(frame)
    left = operand(before[: joint.start()])
    if joint.group(1) == "::":
        return scoped(left, word)
    read_only.check(left)
    with read_only.looking():
        return fields(dynamic_types.as_it_is(Child(left, gdb.parse_and_eval(left))).value.type)


def known(before, word):
    """Functions and types of the whole program; behind "struct" and the like, such tags."""
    if len(word) < LEAST:
        return []
    tag = TAG.search(before)
    command = "whatis %s" % tag.group() if tag else "print "
    labels = [line[len(command) :] for line in completed(command + word)]
    return [(label.partition("(")[0], "function" if "(" in label else "value") for label in labels]


def operand(text):
    """The expression at the end of a text that a joint would belong to: the end of a path, with
    whatever it has in brackets."""
    start, depth = len(text), 0
    while start:
        character = text[start - 1]
        if character in CLOSING:
            depth += 1
        elif character in OPENING:
            depth -= 1
        elif text[:start].endswith("->"):
            start -= 1
        elif not depth and not re.match(r"[\w$.:]", character):
            break
        if depth < 0:
            break
        start -= 1
    return text[start:]


def visible(frame):
    """Variables and parameters, members of ``this``, and what the source file defines."""
    try:
        local = variables_of(frame)
        outside = [symbol.print_name for symbol in globals_of(frame)]
    except NoDebugInformation:
        return []
    this = [child for child in local if child.name == "this" and isinstance(child.value, gdb.Value)]
    members = fields(this[0].value.type) if this else []
    names = [child.name for child in local if child.access is not None] + outside
    return members + [(name, "variable") for name in names]


def registers(frame):
    """("$name", "variable") of the registers of general purpose, and of those that GDB has names of its own for."""
    names = [register.name for register in frame.architecture().registers("general")]
    return [("$" + name, "variable") for name in names + ["pc", "sp", "fp"] if name]


def fields(kind, nesting=NESTING):
    """Those of a class, or of one that is pointed to: its base classes' and anonymous members', too."""
    kind = kind.strip_typedefs()
    while kind.code in POINTERS:
        kind = kind.target().strip_typedefs()
    if kind.code not in STRUCTS or not nesting:
        return []
    found = []
    for field in kind.fields():
        if field.is_base_class or not field.name:
            found += fields(field.type, nesting - 1)
        elif not field.name.startswith("_vptr"):
            found.append((field.name, "field"))
    return found


def scoped(left, word):
    """What a namespace, class or enumeration has, as GDB completes it."""
    lines = completed("print %s::%s" % (left, word))
    return [(line.rpartition("::")[2].partition("(")[0], "value") for line in lines]
