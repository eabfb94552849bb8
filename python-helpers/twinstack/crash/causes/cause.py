"""What a rule has found."""

from collections import namedtuple

Cause = namedtuple("Cause", "rule says evidence")  # the rule's name, one sentence, a list of sentences
