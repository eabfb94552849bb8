"""_Py_DebugOffsets: what a CPython from 3.13 on says of its own layout, over the table's word.

Lies at offset 0 of _PyRuntime (CPython: pycore_runtime.h, pycore_debug_offsets.h). The members
of the struct itself come from the table.
"""

COOKIE = b"xdebugpy"
VERSION = 8  # offset of the hexversion word, in every version
FREE_THREADED = 16

MEMBERS = {  # of _Py_DebugOffsets: (struct, member) of the table
    "runtime_state.interpreters_head": ("_PyRuntimeState", "interpreters.head"),
    "interpreter_state.id": ("PyInterpreterState", "id"),
    "interpreter_state.next": ("PyInterpreterState", "next"),
    "interpreter_state.threads_head": ("PyInterpreterState", "threads.head"),
    "interpreter_state.imports_modules": ("PyInterpreterState", "imports.modules"),
    "interpreter_state.sysdict": ("PyInterpreterState", "sysdict"),
    "interpreter_state.builtins": ("PyInterpreterState", "builtins"),
    "thread_state.next": ("PyThreadState", "next"),
    "thread_state.interp": ("PyThreadState", "interp"),
    "thread_state.current_frame": ("PyThreadState", "current_frame"),
    "thread_state.thread_id": ("PyThreadState", "thread_id"),
    "thread_state.native_thread_id": ("PyThreadState", "native_thread_id"),
    "interpreter_frame.previous": ("_PyInterpreterFrame", "previous"),
    "interpreter_frame.executable": ("_PyInterpreterFrame", "f_executable"),
    "interpreter_frame.instr_ptr": ("_PyInterpreterFrame", "instr_ptr"),
    "interpreter_frame.localsplus": ("_PyInterpreterFrame", "localsplus"),
    "interpreter_frame.owner": ("_PyInterpreterFrame", "owner"),
    "code_object.filename": ("PyCodeObject", "co_filename"),
    "code_object.name": ("PyCodeObject", "co_name"),
    "code_object.qualname": ("PyCodeObject", "co_qualname"),
    "code_object.linetable": ("PyCodeObject", "co_linetable"),
    "code_object.firstlineno": ("PyCodeObject", "co_firstlineno"),
    "code_object.localsplusnames": ("PyCodeObject", "co_localsplusnames"),
    "code_object.localspluskinds": ("PyCodeObject", "co_localspluskinds"),
    "code_object.co_code_adaptive": ("PyCodeObject", "co_code_adaptive"),
}


def published(memory, runtime):
    """(hexversion, flavour) that the runtime tells of itself; None before CPython 3.13."""
    if memory.read(runtime, len(COOKIE)) != COOKIE:
        return None
    free_threaded = memory.u64(runtime + FREE_THREADED) == 1
    return memory.u64(runtime + VERSION) & 0xFFFFFFFF, "t" if free_threaded else ""


def overlay(memory, runtime, layout):
    """Move the table's members to where the debuggee says that they are."""
    for name, (struct, member) in MEMBERS.items():
        if layout.has("_Py_DebugOffsets", name) and layout.has(struct, member):
            at = layout.offset("_Py_DebugOffsets", name)
            layout.move(struct, member, memory.u64(runtime + at))
