"""Calls of the program's functions, for which it runs unseen.

What needs them is a generator (``errands``) that yields whenever the program is to run (``runs``), and goes on at the stop behind it. ``functions`` is
the door: a call is made by hand (``hand_calls``, in memory of ``scratch``) or, on processors for which that is not known, by GDB (``gdb_calls``).
"""
