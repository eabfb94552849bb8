"""A likely cause of a crash, as a rule has found it: what it says, and the facts that it rests on."""

from collections import namedtuple

Cause = namedtuple("Cause", "rule says evidence")  # the rule's name, one sentence, a list of sentences
