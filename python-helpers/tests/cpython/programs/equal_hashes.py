"""A context with two variables whose hashes are equal, as far as its tree looks at them (Python/hamt.c, hamt_hash), and a third one."""

import contextvars

import probe

MOST = 1 << 20


def hash_in_tree(variable):
    whole = hash(variable)
    return (whole ^ whole >> 32) & 0xFFFFFFFF


def equal_ones():
    by_hash = {}
    for number in range(MOST):
        variable = contextvars.ContextVar("v%d" % number)
        other = by_hash.setdefault(hash_in_tree(variable), variable)
        if other is not variable:
            return other, variable


def set_all(variables):
    for variable, value in zip(variables, ("first", "second", "third")):
        variable.set(value)


def main():
    context = contextvars.Context()
    context.run(set_all, (*equal_ones(), contextvars.ContextVar("other")))
    probe.checkpoint(None)


main()
