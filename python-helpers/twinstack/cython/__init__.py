"""Functions of Cython's as their author knows them: their names, variables, expressions and lines in the .pyx, by the names that Cython gives what
it makes in C (Cython's Naming.py), and by debug information whose lines are those of the .pyx (``--line-directives``).
"""
