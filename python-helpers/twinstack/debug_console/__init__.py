"""What is typed in a client's debug console, as far as it is GDB's: commands, completions, and hints where it was meant for the other language."""
