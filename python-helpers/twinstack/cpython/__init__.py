"""The CPython in the program: where it is, which one, whether it is read right, and its threads.

``locate`` finds it, ``identify`` chooses the layout by which it reads right, ``versions`` what no layout can tell; ``runtime`` is what all others ask.
"""
