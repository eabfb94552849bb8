"""The terminal that the program runs in, and what is at its other end."""
