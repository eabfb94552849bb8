"""Imported long after the start."""


def say():
    word = "late"  # @word
    print(word, flush=True)  # @say
