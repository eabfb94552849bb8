"""How the program is started, paused and stepped, where GDB's own commands do not suffice."""
