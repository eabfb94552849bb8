"""How the agent comes into the program, and where the program can run it.

``injection`` brings the ``sources`` into an interpreter that starts. In a program that runs, ``delivery`` chooses the way: at once, in C code of the user's
(``native_stops``); in the main thread, without the GIL or at a safe point (``safe_points``, ``forked``); or at the safe point that is nearest (``next_safe_point``).
"""
