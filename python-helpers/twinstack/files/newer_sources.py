"""Tells the user, once for each, of source files that were changed after the program was built of them."""

import contextlib
import os

import gdb

from ..mi import unasked

_is_told = False
_looked_at = set()
_told = set()


def look(symtab):
    """GDB itself says so when it lists a file, which it does not do for a client. None: of code that is not loaded any more."""
    file = symtab and symtab.fullname()
    if file is None or not _is_told or file in _looked_at:
        return
    _looked_at.add(file)
    with contextlib.suppress(OSError):  # not on this machine
        changed, built = os.stat(file).st_mtime, os.stat(symtab.objfile.filename).st_mtime
        if changed > built and (file, changed) not in _told:
            _told.add((file, changed))
            unasked.sentence(
                "%s is newer than %s: its lines may differ from those of the program; build it anew."
                % (file, symtab.objfile.filename)
            )


def tell():
    """A client is there to be told; in plain GDB, GDB does it."""
    global _is_told
    _is_told = True
    gdb.events.exited.connect(lambda event: _looked_at.clear())  # the next process may be of another build
