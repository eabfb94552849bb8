"""The message that PyErr_Format makes of its format and its arguments. CPython: Objects/unicodeobject.c, PyUnicode_FromFormatV"""

from ..errors import CorruptMemory
from ..later import re

_SPECIFICATION = re.compile(r"%(?P<width>[-0-9]*)(?:\.(?P<most>[0-9]+))?(?P<size>ll?|z)?(?P<kind>.)", re.DOTALL)


def message(template, words, readers):
    """``words``: the arguments that are in registers. From a specification on whose text only the program could make, or whose argument is
    in no register, the template is left as it is."""
    parts, end, words = [], 0, iter(words)
    for found in _SPECIFICATION.finditer(template):
        try:
            text = _text(found, words, readers)
        except CorruptMemory:
            break
        if text is None:
            break
        parts += template[end : found.start()], text
        end = found.end()
    return "".join(parts) + template[end:]


def _text(found, words, readers):
    kind, most = found.group("kind", "most")
    if kind == "%":
        return "%"
    word = next(words, None)
    if word is None or found.group("width"):
        return None
    if kind in "diu":
        return None if most else _number(word, 64 if found.group("size") else 32, kind != "u")
    text = _of_memory(kind, word, readers)
    return text if most is None or text is None else text[: int(most)]


def _number(word, bits, is_signed):
    number = word % (1 << bits)
    return str(number - (1 << bits) if is_signed and number >> (bits - 1) else number)


def _of_memory(kind, word, readers):
    if kind == "s":
        return readers.memory.text(word)
    if kind in "SU" and readers.is_str(word):
        return readers.strings.text(word)
    return readers.text(word) if kind == "R" else None
