"""A module that the program imports."""


def doubled(n):
    return n + n  # @doubled
