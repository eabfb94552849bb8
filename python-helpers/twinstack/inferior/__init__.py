"""The process that is debugged: its memory, symbols and registers, what is mapped into it, and what is called in it."""
