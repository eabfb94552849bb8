"""Steps and jumps by Python's lines, and whether library code counts (justMyCode)."""
