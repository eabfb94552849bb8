"""Python objects out of memory: what they are, what they hold, how repr() writes them, and as VARIABLEs for a client.

``readers`` has them together; ``typeobjects`` tells what an object is, ``writer`` bounds its text, ``variables`` makes rows of it, ``evaluate`` follows a
path through them. What is special about a type is in its ``kinds``.
"""
