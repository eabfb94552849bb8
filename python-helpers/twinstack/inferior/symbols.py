"""The program's symbols, of any kind of symbol table, and what an expression of C is."""

import gdb


def symbol(name):
    """The address of a symbol in any kind of symbol table, or 0."""
    try:
        gdb.execute("info address " + name, to_string=True)  # in any language; an expression looks for it 20 times as long
    except gdb.error:
        return 0
    return in_c("(unsigned long)&" + name) or 0


def in_c(expression):
    """The integer that an expression of C is, whatever language the user or the selected frame has
    set; None where GDB cannot tell. Not by what GDB prints, which may have notifications in it."""
    try:
        gdb.execute("with language c -- set $_twinstack = " + expression, to_string=True)
        return int(gdb.convenience_variable("_twinstack"))
    except gdb.error:
        return None


def variable(name):
    """The 32-bit unsigned variable at a symbol; 0 when there is none or it cannot be read."""
    return in_c("*(unsigned int *)&" + name) or 0
