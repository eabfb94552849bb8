"""Where the evaluator's machine code lies, without debug information: for CPython 3.8 and 3.9.

The function _PyEval_EvalFrameDefault is in .dynsym; its unwind information (eh_frame) says how far
it goes. Compilers move unlikely parts of it elsewhere, without a symbol: a part is what it jumps
into the middle of, and which jumps back, each several times (x86-64: jmp and jcc with 32 bits).
"""

import collections
import struct

from ..errors import CorruptMemory
from ..inferior.symbols import symbol
from ..later import re
from .eh_frame import Functions

JUMP = re.compile(rb"(?:\xe9|\x0f[\x80-\x8f])(?=(.{4}))", re.DOTALL)
MIN_JUMPS = 3  # each way
EVALUATOR = "_PyEval_EvalFrameDefault"


def find(memory):
    """[(first address, address past the last)]; empty when the evaluator cannot be found."""
    address = symbol(EVALUATOR)
    try:
        functions = Functions(memory, address)
        main = functions.at(address)
        return [main] + parts(memory, functions, main) if main else []
    except (CorruptMemory, struct.error):
        return []


def parts(memory, functions, main):
    """The ranges that belong to ``main``, a range, as well."""
    return [
        part
        for part, count in jumped_into(memory, functions, main).items()
        if count >= MIN_JUMPS and jumped_into(memory, functions, part)[main] >= MIN_JUMPS
    ]


def jumped_into(memory, functions, source):
    """{range: how many jumps from the range ``source`` lead into its middle}"""
    start, end = source
    counts = collections.Counter()
    for jump in JUMP.finditer(memory.read(start, end - start)):
        target = start + jump.end(1) + struct.unpack("<i", jump.group(1))[0]
        found = None if start <= target < end else functions.at(target)
        if found and found[0] != target:
            counts[found] += 1
    return counts
