"""_Py_DebugOffsets: what a CPython from 3.13 on says of its own layout, over the table's word.

Lies at offset 0 of _PyRuntime (CPython: pycore_runtime.h, pycore_debug_offsets.h). The members
of the struct itself come from the table.
"""

from ..errors import CorruptMemory

COOKIE = b"xdebugpy"
VERSION = 8  # offset of the hexversion word, in every version
FREE_THREADED = 16
FARTHEST = 1 << 24  # no struct is larger; _PyRuntime has 300 KB

STRUCTS = {  # group of _Py_DebugOffsets: struct of the table
    "runtime_state": "_PyRuntimeState",
    "interpreter_state": "PyInterpreterState",
    "thread_state": "PyThreadState",
    "err_stackitem": "_PyErr_StackItem",
    "interpreter_frame": "_PyInterpreterFrame",
    "code_object": "PyCodeObject",
    "pyobject": "PyObject",
    "type_object": "PyTypeObject",
    "heap_type_object": "PyHeapTypeObject",
    "tuple_object": "PyTupleObject",
    "list_object": "PyListObject",
    "set_object": "PySetObject",
    "dict_object": "PyDictObject",
    "float_object": "PyFloatObject",
    "long_object": "PyLongObject",
    "bytes_object": "PyBytesObject",
    "unicode_object": "PyASCIIObject",
    "gen_object": "PyGenObject",
}
NAMES = {  # members of _Py_DebugOffsets that are called otherwise in their struct
    "runtime_state.interpreters_head": "interpreters.head",
    "interpreter_state.threads_head": "threads.head",
    "interpreter_state.threads_main": "threads.main",
    "interpreter_state.imports_modules": "imports.modules",
    "interpreter_state.ceval_gil": "ceval.gil",
    "interpreter_frame.executable": "f_executable",
    "code_object.filename": "co_filename",
    "code_object.name": "co_name",
    "code_object.qualname": "co_qualname",
    "code_object.linetable": "co_linetable",
    "code_object.firstlineno": "co_firstlineno",
    "code_object.argcount": "co_argcount",
    "code_object.localsplusnames": "co_localsplusnames",
    "code_object.localspluskinds": "co_localspluskinds",
    "long_object.lv_tag": "long_value.lv_tag",
    "long_object.ob_digit": "long_value.ob_digit",
}
SIZES = {  # members that are sizes, and of which struct: those that objects continue behind
    "unicode_object.asciiobject_size": "PyASCIIObject",
    "unicode_object.compactunicodeobject_size": "PyCompactUnicodeObject",
}


def published(memory, runtime):
    """(hexversion, flavour) that the runtime tells of itself; None before CPython 3.13."""
    if memory.read(runtime, len(COOKIE)) != COOKIE:
        return None
    free_threaded = memory.u64(runtime + FREE_THREADED) == 1
    return memory.u64(runtime + VERSION) & 0xFFFFFFFF, "t" if free_threaded else ""


def is_published(memory, address):
    """Is what lies at a cookie a _PyRuntime? The cookie is in the code that writes it, too."""
    try:
        hexversion, free_threaded = (memory.u64(address + at) for at in (VERSION, FREE_THREADED))
    except CorruptMemory:
        return False
    return 0x030D0000 <= hexversion < 0x04000000 and free_threaded in (0, 1)


def overlay(memory, runtime, layout):
    """Move the table's members to where the debuggee says that they are.

    Raises CorruptMemory for what is no offset.
    """
    for path, (at, *_) in layout.fields("_Py_DebugOffsets").items():
        struct, member = subject(path)
        if path in SIZES:
            layout.resize(SIZES[path], told(memory, runtime + at))
        elif struct and layout.has(struct, member):
            layout.move(struct, member, told(memory, runtime + at))


def told(memory, address):
    offset = memory.u64(address)
    if offset > FARTHEST:
        raise CorruptMemory(address, "no offset of a member")
    return offset


def subject(path):
    """(struct, member) that a member of _Py_DebugOffsets is about; (None, ...) for none of ours."""
    group, _, member = path.partition(".")
    return STRUCTS.get(group), NAMES.get(path, member)
