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
named_module = type.__dict__["__module__"].__get__
flags_of = type.__dict__["__flags__"].__get__
namespace_of_module = type(sys).__dict__["__dict__"].__get__
namespace_of = type.__dict__["__dict__"].__get__
MAX_TYPES, MAX_FUNCTIONS = 2000, 10000
told_of = 0  # how many modules there were when GDB was told


def module_of(kind):
    """As CPython has it, whatever a metaclass says; None where a class has none."""
    try:
        return named_module(kind)
    except AttributeError:
        return None


def tell_entries():
    """When modules were imported since the last time."""
    global told_of
    if len(sys.modules) != told_of:
        types = [kind for kind in all_types() if is_of_extension(kind)][:MAX_TYPES]
        spaces = [namespace_of(kind) for kind in types]
        spaces += [vars(module) for name, module in list(sys.modules.items()) if type(module) is type(sys) and is_extension(name)]
        found = {id(each) for space in spaces for each in defined_in(space)}
        tell(event="entries", types=[id(kind) for kind in types], functions=list(found)[:MAX_FUNCTIONS])
        told_of = len(sys.modules)


def all_types():
    """Every class that there is, told apart by identity, as a metaclass may define what equality is."""
    found = {id(object): object}
    waiting = [object]
    while waiting:
        for kind in type.__subclasses__(waiting.pop()):
            if id(kind) not in found:
                found[id(kind)] = kind
                waiting.append(kind)
    return list(found.values())


def is_of_extension(kind):
    """Whether an extension module may have defined a class. One that is static may name any module as its own."""
    module = module_of(kind)
    if type(module) is not str or module in sys.builtin_module_names:
        return False
    return not flags_of(kind) & HEAP_TYPE or is_extension(module)


def defined_in(space):
    for value in list(space.values()):
        for each in (value.fget, value.fset) if type(value) is property else (value,):
            if type(each).__name__ in WRAPPERS:
                each = getattr(each, "__func__", None)
            if type(each).__name__ in C_DEFINED:
                yield each
