"""The agent: Python code that runs in the program, for what cannot be seen from outside.

Breakpoints and steps by Python's lines are decided by the interpreter itself, through a small agent of pure Python source
(``inside``) that GDB has the program run. It tells GDB by calling ``gc.is_tracked``, at whose C code GDB has a
breakpoint (``trap``), and is answered in that call's argument (``mailboxes``). Nothing of CPython's layout is taken for
granted beyond the first fields of three public structs, so that stripped and future versions serve as well.

Only a session that asks for a breakpoint or a step in Python brings it into the program, or a program that begins with calls of breakpoint(). The program's functions are
called at safe points alone (``safe_points``), by hand (``hand_calls``) or, on processors for which that is not known, by GDB.
"""
