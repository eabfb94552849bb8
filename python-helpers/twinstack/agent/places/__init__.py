"""Places at which the program stops for the agent alone, unseen by the user: GDB's internal breakpoints there, and which threads have come to them."""
