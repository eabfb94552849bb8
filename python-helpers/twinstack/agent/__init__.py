"""The agent: Python code that runs in the program, for what cannot be seen from outside.

Breakpoints and steps by Python's lines are decided by the interpreter itself, through a small agent of pure Python source
(``inside``) that GDB has the program run. It tells GDB by calling ``gc.is_tracked``, at whose C code GDB has a
breakpoint, and is answered in that call's argument (``talk``). Nothing of CPython's layout is taken for
granted beyond the first fields of three public structs, so that stripped and future versions serve as well.

Only a session that asks for a breakpoint or a step in Python brings it into the program (``arrival``), or a program that begins with calls of breakpoint().
The program's functions are called (``calls``) at safe points alone. ``stops`` is asked at every stop of the program, and ``leaving`` before GDB detaches.
"""
