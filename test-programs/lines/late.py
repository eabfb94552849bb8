"""Imported long after the start."""


def say():
    word = "late"
    print(word, flush=True)  # @say
