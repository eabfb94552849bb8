"""Has objects of the types that are named in none of CPython's modules, or in few."""

import sys
import types

import probe


def main():
    cell = types.CellType(1)
    code = main.__code__
    frame = sys._getframe()
    bound = types.MethodType(print, 1)
    namespace = types.SimpleNamespace(one=1)
    nothing, more, other = None, ..., NotImplemented
    function, builtin, module = main, len, types
    keys, items, row, span = {}.keys(), iter({}.items()), iter([]), iter(range(1))
    proxy, made = type.__dict__, (each for each in ())
    try:
        raise ValueError
    except ValueError as error:
        trace = error.__traceback__
    probe.values(None, trace, frame)


main()
