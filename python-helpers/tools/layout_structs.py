"""What a layout table holds: CPython's structs, the names compilers gave them, their members.

EVERY takes all members (those of ``ob_base``, ``_base`` and anonymous unions as if they were the
struct's own). A list takes just these; a dotted name reaches into an embedded struct.
"""

EVERY = None

STRUCTS = {
    "_PyRuntimeState": (
        ["struct pyruntimestate", "_PyRuntimeState"],
        ["interpreters.head", "interpreters.main", "main_thread", "gilstate.tstate_current",
         "ceval.gil"],
    ),
    "PyInterpreterState": (
        ["struct _is", "PyInterpreterState"],
        ["next", "tstate_head", "threads.head", "threads.main", "id", "modules",
         "imports.modules", "sysdict", "builtins", "ceval.gil"],
    ),
    "_gil_runtime_state": (["struct _gil_runtime_state"], ["locked", "last_holder", "enabled"]),
    "PyThreadState": (
        ["struct _ts", "PyThreadState"],
        ["prev", "next", "interp", "frame", "cframe", "root_cframe", "current_frame",
         "base_frame", "thread_id", "native_thread_id", "curexc_type", "curexc_value",
         "curexc_traceback", "current_exception", "exc_info", "exc_state", "id", "state"],
    ),
    "_PyErr_StackItem": (["struct _err_stackitem", "_PyErr_StackItem"], EVERY),
    "_PyCFrame": (["struct _PyCFrame", "struct _cframe", "CFrame", "_PyCFrame"], EVERY),
    "_PyInterpreterFrame": (["struct _PyInterpreterFrame", "_PyInterpreterFrame"], EVERY),
    "PyFrameObject": (["struct _frame", "PyFrameObject"], EVERY),
    "PyCodeObject": (["struct PyCodeObject", "PyCodeObject"], EVERY),
    "_PyCodeArray": (["_PyCodeArray"], EVERY),
    "PyObject": (["struct _object", "PyObject"], EVERY),
    "PyVarObject": (["PyVarObject", "struct PyVarObject"], EVERY),
    "PyTypeObject": (["struct _typeobject", "PyTypeObject"], EVERY),
    "PyHeapTypeObject": (
        ["struct _heaptypeobject", "PyHeapTypeObject"],
        ["ht_name", "ht_slots", "ht_qualname", "ht_cached_keys", "ht_module"],
    ),
    "PyMemberDef": (["struct PyMemberDef", "PyMemberDef"], EVERY),
    "PyMethodDef": (["struct PyMethodDef", "PyMethodDef"], EVERY),
    "PyLongObject": (["struct _longobject", "PyLongObject"], EVERY),
    "PyFloatObject": (["PyFloatObject"], EVERY),
    "PyComplexObject": (["PyComplexObject"], EVERY),
    "PyBytesObject": (["PyBytesObject"], EVERY),
    "PyByteArrayObject": (["PyByteArrayObject"], EVERY),
    "PyASCIIObject": (["PyASCIIObject"], EVERY),
    "PyCompactUnicodeObject": (["PyCompactUnicodeObject"], EVERY),
    "PyUnicodeObject": (["PyUnicodeObject"], EVERY),
    "PyListObject": (["PyListObject"], EVERY),
    "PyTupleObject": (["PyTupleObject"], EVERY),
    "PyDictObject": (["PyDictObject"], EVERY),
    "PyDictKeysObject": (["struct _dictkeysobject", "PyDictKeysObject"], EVERY),
    "PyDictKeyEntry": (["PyDictKeyEntry"], EVERY),
    "PyDictUnicodeEntry": (["PyDictUnicodeEntry"], EVERY),
    "PyDictValues": (["struct _dictvalues", "PyDictValues"], EVERY),
    "PySetObject": (["PySetObject"], EVERY),
    "setentry": (["setentry"], EVERY),
    "PyFunctionObject": (["PyFunctionObject"], EVERY),
    "PyMethodObject": (["PyMethodObject"], EVERY),
    "PyCFunctionObject": (["PyCFunctionObject"], EVERY),
    "PyModuleObject": (["PyModuleObject"], EVERY),
    "PyCellObject": (["PyCellObject"], EVERY),
    "PyGenObject": (["PyGenObject"], EVERY),
    "PyBaseExceptionObject": (["PyBaseExceptionObject"], EVERY),
    "PyTracebackObject": (["struct _traceback", "PyTracebackObject"], EVERY),
    "PySliceObject": (["PySliceObject"], EVERY),
    "PyMemberDescrObject": (["PyMemberDescrObject"], EVERY),
    "PyGetSetDescrObject": (["PyGetSetDescrObject"], EVERY),
    "propertyobject": (["propertyobject"], EVERY),
    "classmethod": (["classmethod"], EVERY),
    "staticmethod": (["staticmethod"], EVERY),
    "rangeobject": (["rangeobject"], EVERY),
    "dequeobject": (["dequeobject"], EVERY),
    "dequeblock": (["struct BLOCK"], EVERY),
    "mappingproxyobject": (["mappingproxyobject"], EVERY),
    "_Py_DebugOffsets": (["struct _Py_DebugOffsets"], EVERY),
}

CONSTANTS = [
    "FRAME_OWNED_BY_THREAD",
    "FRAME_OWNED_BY_GENERATOR",
    "FRAME_OWNED_BY_FRAME_OBJECT",
    "FRAME_OWNED_BY_CSTACK",
    "FRAME_OWNED_BY_INTERPRETER",
    "DICT_KEYS_GENERAL",
    "DICT_KEYS_UNICODE",
    "DICT_KEYS_SPLIT",
]
