"""What static types are called where memory does not say it: their names are constants of the program's file, which a core file leaves out, but some modules that CPython
imports before any program have the types themselves."""

from ..errors import CorruptMemory

MODULES = ("builtins", "_collections_abc")  # these have types by their own names
TYPES = {  # of the module types
    "CellType": "cell",
    "FrameType": "frame",
    "MethodType": "method",
    "SimpleNamespace": "types.SimpleNamespace",
    "TracebackType": "traceback",
}
EXAMPLES = {  # objects of the module builtins, and what their types are called
    "None": "NoneType",
    "Ellipsis": "ellipsis",
    "NotImplemented": "NotImplementedType",
    "len": "builtin_function_or_method",
}
FUNCTION = "_frozen_importlib", "_find_spec"  # a module, and a function in it that is Python's


class StaticNames:
    """Reads them from the main interpreter's modules when the first is asked for."""

    def __init__(self, memory, layout, readers):
        self._memory, self._readers = memory, readers
        self._modules = layout.offset("PyInterpreterState", "imports.modules", "modules")
        self._dict = layout.offset("PyModuleObject", "md_dict")
        self._code = layout.offset("PyFunctionObject", "func_code")
        self._type = layout.offset("PyObject", "ob_type")
        self._names = None

    def forget(self):
        self._names = None

    def of(self, address):
        """The name of the type at ``address``; None where it is not known."""
        if self._names is None:
            self._names = {}  # what the modules are read with is known without
            self._read(self._names)
        return self._names.get(address)

    def _read(self, names):
        for example, name in self._examples():
            names.setdefault(self._memory.u64(example + self._type), name)
        for key, value in self._items("types").items():
            if key in TYPES:
                names.setdefault(value, TYPES[key])
        for module in MODULES:
            for key, value in self._items(module).items():
                names.setdefault(value, key)  # OSError before IOError

    def _examples(self):
        builtins = self._items("builtins")
        for key, name in EXAMPLES.items():
            if key in builtins:
                yield builtins[key], name
        module, name = FUNCTION
        function = self._items(module).get(name)
        if function:
            yield function, "function"
            yield self._memory.u64(function + self._code), "code"
            yield self._module(module), "module"

    def _items(self, name):
        """What is in a module of sys.modules, as far as it can be read: {name: address}."""
        dicts, strings = self._readers.dicts, self._readers.strings
        try:
            module = self._module(name)
            found = dicts.items(self._memory.u64(module + self._dict)) if module else ()
            return {strings.text(key): value for key, value in found}
        except CorruptMemory:
            return {}

    def _module(self, name):
        modules = self._memory.u64(self._readers.static_types.interpreter + self._modules)
        return self._readers.dicts.find(modules, name)
