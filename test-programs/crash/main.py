"""Dies in C, under two Python frames."""

import crash


def careless(victim):
    return crash.now(victim)  # @careless


careless({"name": "victim"})  # @module
