"""Living beside CPython's own python-gdb.py, which GDB loads by itself when it finds it next to the
program or its library (manual, "Auto-loading"): the same commands, and printers of a file, which
GDB asks before all others. Ours are the ones in force, whatever was loaded last."""

import gdb

from . import command

LOOKUP, MARK = "pretty_printer_lookup", "PyObjectPtrPrinter"  # names in python-gdb.py


def watch():
    """Connect to GDB's events, once; see to what was loaded before."""
    gdb.events.new_objfile.connect(loaded)
    gdb.events.before_prompt.connect(prompted)
    for file in gdb.objfiles():
        silence(file.pretty_printers)
    prompted()


def loaded(event):
    """GDB loads a file's script before it tells of the file."""
    silence(event.new_objfile.pretty_printers)
    prompted()


def prompted():
    """The user may have sourced the script."""
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
