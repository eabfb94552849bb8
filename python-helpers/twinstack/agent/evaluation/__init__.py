"""Code of the user's that runs in the program, and its end when it takes too long."""
