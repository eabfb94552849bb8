"""Where an object is defined, or stands: a line of Python, or the C function of what is built in.

A location is {"file", "line"}, with "keyword" and "name" what to look for around that line where
CPython does not tell more exactly: "def" below its decorators, "class" above its first method.
"""

import struct

import gdb

from ..errors import CorruptMemory, UserError
from ..files import elf
from . import paths
from .typeobjects import GENERATORS

BUILTINS = {  # type's name: how the address of the C function is found from an object of it
    "builtin_function_or_method": ("PyCFunctionObject", "m_ml", "PyMethodDef", "ml_meth"),
    "method_descriptor": ("PyMethodDescrObject", "d_method", "PyMethodDef", "ml_meth"),
    "classmethod_descriptor": ("PyMethodDescrObject", "d_method", "PyMethodDef", "ml_meth"),
    "getset_descriptor": ("PyGetSetDescrObject", "d_getset", "PyGetSetDef", "get"),
    "wrapper_descriptor": ("PyWrapperDescrObject", "d_wrapped"),
    "method-wrapper": ("wrapperobject", "descr", "PyWrapperDescrObject", "d_wrapped"),
}
CYTHON = "cython_function_or_method"  # begins with a PyCFunctionObject, wherever it is defined
WRAPPED = {  # type's name: the member that is what it wraps
    "method": ("PyMethodObject", "im_func"),
    "staticmethod": ("staticmethod", "sm_callable"),
    "classmethod": ("classmethod", "cm_callable"),
    "property": ("propertyobject", "prop_get"),
}
MAX_WRAPPERS = 10
MAX_TEXT = 4096  # characters of a path or name


class Locations:
    """Finds the locations of one Runtime's objects."""

    def __init__(self, python, images):
        self._python, self._readers, self._images = python, python.readers, images
        self._memory, self._layout = python.readers.memory, python.readers.layout
        self._debuggable = {}  # path of an object file: has GDB lines of it?
        self._found_by = {
            "function": self._of_function,
            "code": self._of_code,
            "frame": self._of_frame,
            "traceback": self._of_traceback,
        }
        self._found_by.update(dict.fromkeys(GENERATORS, self._of_generator))

    def is_offered(self, address):
        """May there be a location? Looks at the object's type and, for what is built in, at whether
        its object file has debug information; reads no code and no line table."""
        try:
            name = self._name(self._readers.types.of(address))
            if name in BUILTINS:
                return self._has_debug_information(self._c_function(address, name))
            return name in self._found_by or name in WRAPPED or self._is_class(address)
        except CorruptMemory:
            return False

    def of(self, address):
        """The location of an object. Raises UserError with the reason where there is none."""
        address = self._unwrapped(address)
        name = self._name(self._readers.types.of(address))
        if name in BUILTINS:
            return of_code(self._c_function(address, name))
        if self._is_class(address):
            return self._of_class(address)
        if name in self._found_by:
            return self._found_by[name](address)
        raise UserError("An object of type %s has no place in a source." % name)

    def c_function_of(self, address):
        """The address of the C function that an object stands for, or 0: a built-in function, a method, Cython's."""
        address = self._unwrapped(address)
        name = self._name(self._readers.types.of(address))
        return self._c_function(address, name) if name in BUILTINS else 0

    def c_functions_of(self, address):
        """As ``c_function_of``: those that an object stands for; a member's that is read, and set."""
        if self._readers.types.of(address).name != "getset_descriptor":
            return [self.c_function_of(address)]
        definition = self._word(address, "PyGetSetDescrObject", "d_getset")
        return self._memory.pointers(definition + self._layout.offset("PyGetSetDef", "get"), 2)

    def _unwrapped(self, address):
        """The function in a bound method, a property and the like."""
        for _ in range(MAX_WRAPPERS):
            name = self._name(self._readers.types.of(address))
            if name not in WRAPPED:
                break
            address = self._word(address, *WRAPPED[name])
        return address

    def _name(self, type_object):
        name = type_object.name
        if name.rpartition(".")[2] == CYTHON:
            return "builtin_function_or_method"
        return name if not type_object.is_heap else type_object.builtin

    def _is_class(self, address):
        type_object = self._readers.types.of(address)
        return type_object.builtin == "type" and self._readers.types.at(address).is_heap

    def _word(self, address, struct, member):
        return self._memory.u64(address + self._layout.offset(struct, member))

    def _c_function(self, address, name):
        struct, member, *definition = BUILTINS[name]
        found = self._word(address, struct, member)
        return self._word(found, *definition) if definition else found

    def _has_debug_information(self, function):
        """Once for each object file: of its own, or a file that GDB has found for it."""
        path = self._images.path(function)
        if path not in self._debuggable:
            found = any(each.owner and each.owner.filename == path for each in gdb.objfiles())
            self._debuggable[path] = bool(path) and (found or has_lines(path))
        return self._debuggable[path]

    def _of_function(self, address):
        return self._of_code(self._word(address, "PyFunctionObject", "func_code"))

    def _of_code(self, address):
        code = self._python.codes.at(address)
        found = {"file": code.file, "line": code.first_line}
        return dict(found, keyword="def", name=code.name) if paths.is_name(code.name) else found

    def _of_class(self, address):
        """By ``__firstlineno__`` (CPython 3.13 on), else by its first method in its module's file."""
        readers, described = self._readers, self._readers.types.at(address)
        namespace = dict(readers.attributes.of_class(described))
        file, first = self._file(namespace), namespace.get("__firstlineno__")
        own = self._own_codes(namespace.values(), readers.names.qualname(described))
        if first:
            file = next((code.file for code in own), file)
            line = readers.ints.value(first)
        else:
            line = next((code.first_line for code in own if code.file == file), None)
        if not file or line is None:
            raise UserError(
                "Where class %s is defined is not known: it has no method of its own."
                % readers.names.qualname(described)
            )
        return {"file": file, "line": line, "keyword": "class", "name": readers.names.name(described)}

    def _file(self, namespace):
        """``sys.modules[__module__].__file__``; None where there is none."""
        dicts, text = self._readers.dicts, self._readers.strings.text
        modules, name = dicts.find(self._python.sysdict, "modules"), namespace.get("__module__")
        module = modules and name and dicts.find(modules, text(name, MAX_TEXT))
        file = module and self._readers.attributes.find(module, "__file__")
        return text(file, MAX_TEXT) if file and self._readers.is_str(file) else None

    def _own_codes(self, values, owner):
        """Generates the Codes of the functions that stand in the body of class ``owner``, not of what
        a decorator or a dataclass puts there."""
        for value in values:
            function = self._function(value)
            if function:
                code = self._python.codes.at(self._word(function, "PyFunctionObject", "func_code"))
                is_own = self._qualname(function, code) == owner + "." + code.name
                if is_own and not code.file.startswith("<"):
                    yield code

    def _qualname(self, function, code):
        """Of its code, as no decorator sets that; of the function itself before CPython 3.11."""
        if self._layout.has("PyCodeObject", "co_qualname"):
            return code.qualname
        qualname = self._word(function, "PyFunctionObject", "func_qualname")
        return self._readers.strings.text(qualname, 1000)

    def _function(self, value):
        """Address of the function that a value of a class's namespace is or wraps; 0 for others."""
        if self._readers.types.of(value).name not in ("function",) + tuple(WRAPPED):
            return 0
        function = self._unwrapped(value)
        return function if self._readers.types.of(function).name == "function" else 0

    def _of_frame(self, address):
        return standing(self._readers.frames.of_object(address))

    def _of_traceback(self, address):
        frame, line = self._readers.frames.of_traceback(address)
        return {"file": frame.code.file, "line": line}

    def _of_generator(self, address):
        """The place of a generator: where it stands, or is defined when it has not started or has ended."""
        frames = self._readers.frames
        frame = frames.standing(address)
        return standing(frame) if frame else self._of_code(frames.code_of_generator(address).address)


def standing(frame):
    """The location of a frames.PythonFrame."""
    return {"file": frame.code.file, "line": frame.line}


def has_lines(path):
    try:
        return elf.has_section(path, b".debug_line")
    except (OSError, struct.error):  # not on this machine, or damaged
        return False


def of_code(address):
    """The location of a C function by debug information."""
    function = c_function(address)
    if function is None:
        raise UserError(
            "The function at 0x%x has no line: its object file has no debug information." % address
        )
    return {"file": function.symtab.fullname(), "line": function.line}


def c_function(address):
    """The gdb.Symbol of the function with code at an address, not of what is inlined there; None
    where GDB knows none."""
    block = function_block(address)
    return block and block.function


def function_block(address):
    """The gdb.Block of that function, or None. One in two parts, as GCC makes of code that is hardly ever
    run, reaches over all that lies between them: whether an address is in it, ``is_in`` tells."""
    block, outermost = gdb.block_for_pc(address), None
    while block is not None and not block.is_static and not block.is_global:
        outermost = block if block.function else outermost
        block = block.superblock
    return outermost


def is_in(function, address):
    """Whether an address is of the code of a function's gdb.Block."""
    if not function.start <= address < function.end:
        return False
    found = function_block(address)
    return found is not None and (found.start, found.end) == (function.start, function.end)
