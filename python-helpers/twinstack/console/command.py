"""A command of GDB as a generator of lines."""

import itertools
import locale

import gdb

from ..errors import CorruptMemory, UserError

BATCH = 50  # lines written at once: GDB pages between them, and a Quit comes soon

_commands = {}  # name -> (class of GDB's help, function that yields lines)


def command(name, kind):
    """Make a function a command: it takes the argument's text and yields lines; its docstring is
    GDB's help. An error of the user's or of the memory is GDB's own error."""

    def defined(lines):
        _commands[name] = kind, lines
        return lines

    return defined


def register():
    """Define all commands in GDB; whoever defined one of the same name before has lost it."""
    for name, (kind, lines) in _commands.items():
        Command(name, kind, lines)


def names():
    return sorted(_commands)


def text(typed):
    """What a command says, as a text. Raises UserError, also for what is no command here."""
    name, _, argument = typed.strip().partition(" ")
    if name not in _commands:
        known = ", ".join(names())
        raise UserError("There is no command '%s'; there are: %s." % (name, known))
    return "\n".join(_commands[name][1](argument.strip()))


class Command(gdb.Command):
    def __init__(self, name, kind, lines):
        self.__doc__, self._lines = lines.__doc__, lines
        super().__init__(name, kind, gdb.COMPLETE_NONE)

    def invoke(self, argument, from_tty):
        try:
            write(self._lines(argument.strip()))
        except UserError as error:
            raise gdb.GdbError(str(error))
        except CorruptMemory as error:
            raise gdb.GdbError(error.SENTENCE % error)


def write(lines):
    lines = iter(lines)
    for first in lines:
        batch = itertools.chain([first], itertools.islice(lines, BATCH - 1))
        gdb.write(encodable("".join(line + "\n" for line in batch), host_charset()))


def host_charset():
    """The encoding of GDB's terminal; GDB before 12 does not tell."""
    told = getattr(gdb, "host_charset", locale.getpreferredencoding)
    return told()


def encodable(text, charset):
    """The text with escapes for what ``charset`` cannot say: GDB would fail on it."""
    try:
        return text.encode(charset, "backslashreplace").decode(charset)
    except (LookupError, UnicodeError):
        return text.encode("ascii", "backslashreplace").decode("ascii")
