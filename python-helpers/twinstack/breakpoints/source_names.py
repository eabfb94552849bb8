"""The names that debug information has for a source file, where GDB does not know that they are one.

GDB compares a path with ``folder/name`` of the debug information as texts and, where both lead to a file
of this machine, by that file. What was compiled as ``../src/a.c`` in a folder that is gone since, or that
was elsewhere, GDB finds by ``folder/../src/a.c`` alone.
"""

import os

import gdb

from ..gdb_features import STAYS_AT_LINE
from ..later import re
from ..said import said

MOST_NAMED = 3  # files that a hint tells of

_SYMTAB = re.compile(
    r"^\s*dirname (?P<folder>.+)$|^\s*\{ symtab (?P<file>.+?) \(\(struct symtab.*\n.*\n\s*linetable .*0x", re.MULTILINE
)

_kept = {}
_clients = {}  # path -> that by which the client knows the file


def decoded(path, line):
    """The gdb.Symtab_and_lines of a line; None where nothing loaded has the file."""
    try:
        return gdb.decode_line(_location(path, line))[1] or ()
    except gdb.error as error:
        return () if STAYS_AT_LINE in str(error) else None


def refusal(path, line):
    """What GDB says of a line that nothing loaded has; an empty text where something has."""
    try:
        gdb.decode_line(_location(path, line))
    except gdb.error as error:
        return str(error)
    return ""


def _location(path, line):
    quote = "'" if '"' in path else '"'
    return "%s%s%s:%d" % (quote, path, quote, line)


def listed(name):
    """Generates (folder, file) of the sources with this bare name that have code and that GDB has read."""
    folder = ""
    for each in _SYMTAB.finditer(said("maint info symtabs %s$" % pattern(name)) if name.isprintable() else ""):
        folder, file = each.group("folder") or folder, each.group("file")
        if file and os.path.basename(file) == name:
            yield folder, file


def pattern(name):
    """A regular expression of GDB's, which are those of Emacs, for a file's name."""
    return re.sub(r"[^A-Za-z0-9/_-]", ".", name)


def _while_loaded(function):
    """What a function finds for a path, kept until other object files are loaded: GDB searches all of them."""

    def kept(path):
        loaded = [each.filename for each in gdb.objfiles()]
        if _kept.get("loaded") != loaded:
            _kept.clear()
            _kept["loaded"] = loaded
        if (function, path) not in _kept:
            _kept[function, path] = function(path)
        return _kept[function, path]

    return kept


@_while_loaded
def others(path):
    """The names with which GDB finds a file that it does not find by its path."""
    if decoded(path, 1) is not None:
        return []
    return sorted({_found(*each) for each in namesakes(path) if _is(os.path.join(*each), path)})


@_while_loaded
def namesakes(path):
    """(folder, file) of the sources in the debug information that have the bare name of ``path``."""
    name = os.path.basename(path)
    if decoded(name, 1) is None:  # which also has GDB read all of them
        return []
    return list(listed(name))


def _found(folder, file):
    """Where the file is not there, GDB may take another one of that name in the folder for it."""
    whole = os.path.join(folder, file)
    return file if decoded(whole, 1) is None else whole


def _is(name, path):
    return os.path.normpath(name) == os.path.normpath(path) or os.path.realpath(name) == os.path.realpath(path)


def known_to_client(path, client):
    """Sentences about the file ``path`` call it ``client`` from now on, as the client does; None: the client knows it by its path."""
    _clients[path] = client or path


def reason(path, text):
    """Why a breakpoint is pending, from what GDB said when it was made."""
    if re.search(r"\bNo line \d", text):
        return "The file has no code at this line or after it."
    if STAYS_AT_LINE in text:
        return "The file has no code at this line."
    return "No loaded program or library has code for this line of %s yet; what was compiled without -g never has.%s" % (path, _hint(path))


@_while_loaded
def _hint(path):
    """Where the program may know the file by another path."""
    here, files = _clients.get(path, path), {os.path.normpath(os.path.join(*each)) for each in namesakes(path)}
    known = sorted((each for each in files if not _is(each, path)), key=lambda each: -len(_common_end(each, here)))
    if not known:
        return ""
    end = _common_end(known[0], here)
    mapped = '{"%s": "%s"}' % (known[0][: -len(end)] or "/", here[: -len(end)] or "/")
    rest = ", …" if len(known) > MOST_NAMED else ""
    return ' There is code of %s%s. If that is this file, add "sourceMap": %s to the launch configuration.' % (
        ", ".join(known[:MOST_NAMED]),
        rest,
        mapped,
    )


def _common_end(path, other):
    """The folders and the name, each with its "/", in which two paths end alike."""
    end = ""
    for mine, others in zip(reversed(path.split("/")[1:]), reversed(other.split("/")[1:])):
        if mine != others:
            break
        end = "/" + mine + end
    return end
