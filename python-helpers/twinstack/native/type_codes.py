"""Groups of gdb.TYPE_CODEs: what has fields, and what leads to a value elsewhere."""

import gdb

STRUCTS = (gdb.TYPE_CODE_STRUCT, gdb.TYPE_CODE_UNION)  # classes of C++ too
REFERENCES = (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF)
POINTERS = (gdb.TYPE_CODE_PTR,) + REFERENCES  # all that leads to a value elsewhere
