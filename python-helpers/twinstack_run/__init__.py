"""``twinstack run``: a program beside a tracer that does nothing until a signal is about to end it.

Runs in a GDB that debugs nothing and is there for its Python, as the leader of the command: ``main`` is the way in, ``program`` what is run,
``supervisor`` what is waited for, ``tracer`` ptrace(2), ``handover`` a process on its way to the reporter, ``reporter`` the adapter, which reads it
in a session of its own. Standard library alone, and no word of ``twinstack``, which takes its time to load.
"""
