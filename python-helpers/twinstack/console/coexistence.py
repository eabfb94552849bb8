"""Living beside CPython's own python-gdb.py, which GDB loads by itself when it finds it next to the
program or its library (manual, "Auto-loading"): the same commands, and printers of a file, which
GDB asks before all others. Ours are the ones in force, whatever was loaded last."""

import gdb

from . import command

LOOKUP, MARK = "pretty_printer_lookup", "PyObjectPtrPrinter"  # names in python-gdb.py

_announced = []


def watch():
    """Connect to GDB's events, once."""
    gdb.events.new_objfile.connect(loaded)
    for moment in (gdb.events.stop, gdb.events.before_prompt):
        moment.connect(look)
    _announced.extend(gdb.objfiles())


def loaded(event):
    """GDB 13 tells of a file before it loads its script, hence the next moment counts."""
    look()
    _announced[:] = [event.new_objfile]


def look(event=None):
    """At the files that were announced, and at what the user may have sourced."""
    for file in _announced:
        if file.is_valid():
            silence(file.pretty_printers)
    silence(gdb.pretty_printers)


def silence(printers):
    """Disable the original's printer, as 'disable pretty-printer' does, and define our commands
    again."""
    for printer in printers:
        if is_original(printer) and getattr(printer, "enabled", True):
            printer.enabled = False
            command.register()


def is_original(printer):
    names = getattr(printer, "__globals__", {})
    return getattr(printer, "__name__", "") == LOOKUP and MARK in names
