/* Names every CPython struct that the helpers read, so that a compiler with -g writes their layouts
 * as DWARF. Needs only the headers of a pythonX.Y-dev; those that are in no header are in
 * private_structs.c. See make_layout.py. */
#define Py_BUILD_CORE 1
#include <Python.h>
#include <frameobject.h>
#include <structmember.h>
#if PY_VERSION_HEX >= 0x030b0000
#include <internal/pycore_code.h>
#include <internal/pycore_dict.h>
#include <internal/pycore_frame.h>
#include <internal/pycore_moduleobject.h>
#else
/* Objects/dict-common.h, the same from 3.8 to 3.10 */
typedef Py_ssize_t (*dict_lookup_func)(PyDictObject *, PyObject *, Py_hash_t, PyObject **);
struct _dictkeysobject {
  Py_ssize_t dk_refcnt, dk_size;
  dict_lookup_func dk_lookup;
  Py_ssize_t dk_usable, dk_nentries;
  char dk_indices[];
};
typedef struct { Py_hash_t me_hash; PyObject *me_key, *me_value; } PyDictKeyEntry;
/* Objects/moduleobject.c */
typedef struct {
  PyObject_HEAD
  PyObject *md_dict;
  struct PyModuleDef *md_def;
  void *md_state;
  PyObject *md_weaklist, *md_name;
} PyModuleObject;
#endif
#if PY_VERSION_HEX >= 0x03090000
#include <internal/pycore_interp.h>
#include <internal/pycore_runtime.h>
#else
#include <internal/pycore_pystate.h>
#endif
#if PY_VERSION_HEX >= 0x030d0000
#include <internal/pycore_tstate.h>
#endif
#if PY_VERSION_HEX >= 0x030e0000
#include <internal/pycore_genobject.h>
#include <internal/pycore_interpframe.h>
#include <internal/pycore_interpframe_structs.h>
#endif

struct every_struct {
  _PyRuntimeState *runtime;
  PyInterpreterState *interpreter;
  PyThreadState *thread_state;
  PyFrameObject *frame_object;
  PyCodeObject *code;
  PyObject *object;
  PyVarObject *var_object;
  PyTypeObject *type;
  PyHeapTypeObject *heap_type;
  struct PyMemberDef *member;
  PyMethodDef *method_def;
  PyLongObject *integer;
  PyFloatObject *floating;
  PyComplexObject *complex_number;
  PyBytesObject *bytes;
  PyByteArrayObject *byte_array;
  PyASCIIObject *ascii;
  PyCompactUnicodeObject *compact_unicode;
  PyUnicodeObject *unicode;
  PyListObject *list;
  PyTupleObject *tuple;
  PyDictObject *dict;
  PySetObject *set;
  setentry *set_entry;
  PyFunctionObject *function;
  PyMethodObject *method;
  PyCFunctionObject *c_function;
  PyModuleObject *module;
  PyCellObject *cell;
  PyGenObject *generator;
  PyBaseExceptionObject *exception;
  PyTracebackObject *traceback;
  PySliceObject *slice;
  PyMemberDescrObject *member_descriptor;
  PyGetSetDescrObject *getset_descriptor;
  struct wrapperbase *slot;
  PyGetSetDef *getset;
  PyWeakReference *weak_reference;
  PyMemoryViewObject *memory_view;
  Py_buffer *buffer;
  PyCoroObject *coroutine;
  PyAsyncGenObject *async_generator;
  PyOSErrorObject *os_error;
  PyStopIterationObject *stop_iteration;
  PyMethodDescrObject *method_descriptor;
  PyWrapperDescrObject *wrapper_descriptor;
  struct _gil_runtime_state *gil;
  struct _dictkeysobject *dict_keys;
  PyDictKeyEntry *dict_entry;
#if PY_VERSION_HEX >= 0x030b0000
  struct _PyInterpreterFrame *frame;
  struct _dictvalues *dict_values;
  PyDictUnicodeEntry *dict_unicode_entry;
  PyBaseExceptionGroupObject *exception_group;
  PyFrameState *frame_state;
#endif
#if PY_VERSION_HEX >= 0x030d0000
  struct _PyThreadStateImpl *thread_state_impl;
  struct _Py_DebugOffsets *debug_offsets;
#endif
#if PY_VERSION_HEX >= 0x030e0000 && defined(Py_GIL_DISABLED)
  _PyCodeArray *thread_local_bytecode;
#endif
} every_struct_;
