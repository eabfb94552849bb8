"""The stack: Python frames of every version, native ones, and both as one.

``walks`` finds the Python frames in groups, ``unwind`` the native ones, ``merge`` puts each group in the place of the evaluator that runs it, and ``stacks``
keeps what was found until the program runs on. ``codes`` and ``lines`` tell where a frame stands, ``scopes`` what names it sees.
"""
