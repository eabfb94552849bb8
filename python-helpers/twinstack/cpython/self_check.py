"""Is a CPython read right? Asked before anything read by a layout is believed.

By what every CPython has and a wrong layout would not show: its version, types of types, and
pointers that lead back.
"""

from ..errors import UnreadablePython
from .runtime import version_text

EARLY_MODULE, FUNCTION = "_frozen_importlib", "_find_spec"  # in every version, before any program


def check(runtime, memory, hexversion):
    """Raises UnreadablePython or CorruptMemory when it is not."""
    if runtime.hexversion != hexversion:
        said, read = version_text(hexversion), version_text(runtime.hexversion)
        raise wrong(runtime, "it says that it is %s and reads as %s" % (said, read))
    for question in (leads_back, has_types, has_namespaces, has_code):
        if not question(runtime, memory):
            raise wrong(runtime, question.__doc__)


def wrong(runtime, what):
    return UnreadablePython(
        "The program's CPython %s cannot be read by the %s of %s: %s."
        % (runtime.version, runtime.layout.source, runtime.layout.name, what)
    )


def leads_back(runtime, memory):
    """a thread belongs to no interpreter"""
    at = runtime.layout.offset("PyThreadState", "interp")
    interpreters = set(runtime.interpreters())
    return all(memory.u64(state + at) in interpreters for state in runtime.thread_states())


def has_types(runtime, memory):
    """the type of a dict is not what it should be"""
    types = runtime.readers.types
    dict_type = types.of(runtime.sysdict)
    metatype = types.of(dict_type.address)
    is_own_type = types.of(metatype.address) is metatype
    return (dict_type.name, metatype.name, is_own_type) == ("dict", "type", True)


def has_namespaces(runtime, memory):
    """what built-in types define is not to be found"""
    types = runtime.readers.types
    return bool(types.namespace(types.of(runtime.sysdict)))


def has_code(runtime, memory):
    """a function's code is not what it should be"""
    function = imported_function(runtime, memory)
    if not function:
        return True
    code = memory.u64(function + runtime.layout.offset("PyFunctionObject", "func_code"))
    return runtime.codes.at(code).name == FUNCTION


def imported_function(runtime, memory):
    """A function of the import system; 0 as long as there is none."""
    readers, layout = runtime.readers, runtime.layout
    at = layout.offset("PyInterpreterState", "imports.modules", "modules")
    modules = memory.u64(runtime.main_interpreter() + at)
    module = readers.dicts.find(modules, EARLY_MODULE) if modules else 0
    if not module:
        return 0
    namespace = memory.u64(module + layout.offset("PyModuleObject", "md_dict"))
    found = readers.dicts.find(namespace, FUNCTION)
    return found if found and readers.types.of(found).name == "function" else 0
