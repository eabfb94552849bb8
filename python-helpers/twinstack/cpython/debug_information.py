"""The layout of a CPython by its own debug information, where no table fits.

Slow (seconds for a whole CPython), hence made once for the object files that GDB has.
"""

import copy
import functools

import gdb

from . import layouts
from .layouts import dwarf

NEEDED = ("_PyRuntimeState", "PyInterpreterState", "PyThreadState", "PyCodeObject")


def layout_of(name, known_as, architecture):
    """A fresh Layout of CPython ``name`` ("3.16t"); None without debug information of it.

    Structs that it lacks, as those of extension modules may be stripped or not loaded, are taken
    from the table of CPython ``known_as``, if there is one.
    """
    files = tuple((objfile.filename, objfile.build_id) for objfile in gdb.objfiles())
    structs, constants = described(files)
    if not all(needed in structs for needed in NEEDED):
        return None
    table = layouts.load(known_as, "", architecture)
    lacking = table.structs if table else {}
    whole = dict(lacking, **copy.deepcopy(structs))
    return layouts.Layout(
        name, {"structs": whole, "constants": constants}, "debug information"
    )


@functools.lru_cache(maxsize=1)
def described(files):
    """(structs, constants) as GDB has them of these object files."""
    return dwarf.structs(), dwarf.constants()
