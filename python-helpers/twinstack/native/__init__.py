"""Values of C and C++ as a client sees them, by debug information: variables, expressions, registers, memory, instructions.

``values`` makes a VARIABLE of a gdb.Value, ``members`` what that opens into; ``printers`` asks pretty-printers, ``python_pointers`` tells a
``PyObject *`` by its type. The operations are in ``operations`` and in the modules that are named after what they show.
"""
