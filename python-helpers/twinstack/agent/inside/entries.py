"""What extension modules have defined for Python to enter: their types, and their functions and members."""

C_DEFINED = (
    "builtin_function_or_method",
    "method_descriptor",
    "classmethod_descriptor",
    "getset_descriptor",
    "cython_function_or_method",
    "fused_cython_function",
)
WRAPPERS = ("instancemethod", "staticmethod", "classmethod")
HEAP_TYPE = 1 << 9  # Py_TPFLAGS_HEAPTYPE
module_of = type.__dict__["__module__"].__get__
flags_of = type.__dict__["__flags__"].__get__
namespace_of = type.__dict__["__dict__"].__get__
told_of = 0  # how many modules there were when GDB was told


def tell_entries():
    """When modules were imported since the last time."""
    global told_of
    if len(sys.modules) != told_of:
        told_of = len(sys.modules)
        types = [kind for kind in all_types() if is_of_extension(kind)]
        spaces = [namespace_of(kind) for kind in types]
        spaces += [vars(module) for name, module in list(sys.modules.items()) if type(module) is type(sys) and is_extension(name)]
        found = {id(each) for space in spaces for each in defined_in(space)}
        tell(event="entries", types=[id(kind) for kind in types], functions=list(found))


def all_types():
    found = {object: None}
    waiting = [object]
    while waiting:
        for kind in type.__subclasses__(waiting.pop()):
            if kind not in found:
                found[kind] = None
                waiting.append(kind)
    return found


def is_of_extension(kind):
    """One that is static may name any module as its own."""
    module = module_of(kind)
    if type(module) is not str or module in sys.builtin_module_names:
        return False
    return not flags_of(kind) & HEAP_TYPE or is_extension(module)


def defined_in(space):
    for value in list(space.values()):
        for each in (value.fget, value.fset) if type(value) is property else (value,):
            if type(each).__name__ in WRAPPERS:
                each = each.__func__
            if type(each).__name__ in C_DEFINED:
                yield each
