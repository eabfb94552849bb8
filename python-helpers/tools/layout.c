/* Names every CPython struct that the helpers read, so that a compiler with -g writes their layouts
 * as DWARF. Needs only the headers of python3.11-dev or later; see make_layout.py. */
#define Py_BUILD_CORE 1
#include <Python.h>
#include <frameobject.h>
#include <internal/pycore_code.h>
#include <internal/pycore_dict.h>
#include <internal/pycore_frame.h>
#include <internal/pycore_interp.h>
#include <internal/pycore_moduleobject.h>
#include <internal/pycore_runtime.h>
#include <structmember.h>
#if PY_VERSION_HEX >= 0x030d0000
#include <internal/pycore_tstate.h>
#endif
#if PY_VERSION_HEX >= 0x030e0000
#include <internal/pycore_genobject.h>
#include <internal/pycore_interpframe.h>
#include <internal/pycore_interpframe_structs.h>
#endif

/* Private to their .c files in CPython; unchanged from 3.8 to 3.15 (Objects/rangeobject.c,
 * Modules/_collectionsmodule.c, Objects/descrobject.c, Objects/funcobject.c). */
typedef struct { PyObject_HEAD PyObject *start, *stop, *step, *length; } rangeobject;
typedef struct BLOCK { struct BLOCK *leftlink; PyObject *data[64]; struct BLOCK *rightlink; } block;
typedef struct {
  PyObject_VAR_HEAD
  block *leftblock, *rightblock;
  Py_ssize_t leftindex, rightindex;
  size_t state;
  Py_ssize_t maxlen;
  PyObject *weakreflist;
} dequeobject;
typedef struct { PyObject_HEAD PyObject *mapping; } mappingproxyobject;
typedef struct { PyObject_HEAD PyObject *prop_get, *prop_set, *prop_del, *prop_doc, *prop_name; int getter_doc; } propertyobject;
typedef struct { PyObject_HEAD PyObject *cm_callable, *cm_dict; } classmethod;
typedef struct { PyObject_HEAD PyObject *sm_callable, *sm_dict; } staticmethod;
typedef struct { PyObject_HEAD PyWrapperDescrObject *descr; PyObject *self; } wrapperobject;

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
  PyGetSetDef *getset_def;
  PyMethodDescrObject *method_descriptor;
  PyWrapperDescrObject *wrapper_descriptor;
  wrapperobject *method_wrapper;
  rangeobject *range;
  dequeobject *deque;
  mappingproxyobject *mapping_proxy;
  propertyobject *property;
  classmethod *class_method;
  staticmethod *static_method;
  struct _gil_runtime_state *gil;
#if PY_VERSION_HEX >= 0x030b0000
  struct _PyInterpreterFrame *frame;
  struct _dictkeysobject *dict_keys;
  struct _dictvalues *dict_values;
  PyDictKeyEntry *dict_entry;
  PyDictUnicodeEntry *dict_unicode_entry;
#endif
#if PY_VERSION_HEX >= 0x030d0000
  struct _PyThreadStateImpl *thread_state_impl;
  struct _Py_DebugOffsets *debug_offsets;
#endif
#if PY_VERSION_HEX >= 0x030e0000 && defined(Py_GIL_DISABLED)
  _PyCodeArray *thread_local_bytecode;
#endif
} every_struct_;
