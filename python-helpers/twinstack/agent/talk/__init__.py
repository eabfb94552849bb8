"""What the agent and GDB tell each other.

A message is a bytearray of the program's (``mailboxes``), told by a call at which GDB has a breakpoint (``trap``). A ``conversation`` is with one agent; ``process``
knows those of all processes, and who is told when one comes or goes.
"""
