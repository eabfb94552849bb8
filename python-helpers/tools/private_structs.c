/* The structs that CPython keeps private to its .c files, declared again: they need only the public
 * headers of any version, so that a table made of a library's DWARF has them too. Read in CPython
 * 3.8 to 3.13 (compared with the DWARF of each) and 3.14; of 3.15 only what tests see is known; a struct that grew is given up to the
 * member where versions part, unless a later one is read. See make_layout.py. */
#include <Python.h>
#include <datetime.h>
#include <stdbool.h>
#include <stdint.h>

/* Objects/rangeobject.c, Include/internal/pycore_range.h */
typedef struct { PyObject_HEAD PyObject *start, *stop, *step, *length; } rangeobject;
#if PY_VERSION_HEX >= 0x030c0000
typedef struct { PyObject_HEAD long start, step, len; } rangeiterobject;
typedef struct { PyObject_HEAD PyObject *start, *step, *len; } longrangeiterobject;
#else
typedef struct { PyObject_HEAD long index, start, step, len; } rangeiterobject;
typedef struct { PyObject_HEAD PyObject *index, *start, *step, *len; } longrangeiterobject;
#endif

/* Modules/_collectionsmodule.c */
typedef struct BLOCK { struct BLOCK *leftlink; PyObject *data[64]; struct BLOCK *rightlink; } block;
typedef struct {
  PyObject_VAR_HEAD
  block *leftblock, *rightblock;
  Py_ssize_t leftindex, rightindex;
  size_t state;
  Py_ssize_t maxlen;
} dequeobject;
typedef struct { PyDictObject dict; PyObject *default_factory; } defdictobject;
typedef struct {
  PyObject_HEAD
  block *b;
  Py_ssize_t index;
  dequeobject *deque;
  size_t state;
  Py_ssize_t counter;
} dequeiterobject;

/* Objects/odictobject.c: the order of an OrderedDict */
typedef struct _odictnode _ODictNode;
struct _odictnode { PyObject *key; Py_hash_t hash; _ODictNode *next, *prev; };
typedef struct {
  PyDictObject od_dict;
  _ODictNode *od_first, *od_last;
  _ODictNode **od_fast_nodes;
  Py_ssize_t od_fast_nodes_size;
  void *od_resize_sentinel;
  size_t od_state;
} odictobject;

/* Objects/descrobject.c, Include/descrobject.h */
typedef struct { PyObject_HEAD PyObject *mapping; } mappingproxyobject;
typedef struct { PyObject_HEAD PyObject *prop_get, *prop_set, *prop_del, *prop_doc; } propertyobject;
typedef struct { PyObject_HEAD PyWrapperDescrObject *descr; PyObject *self; } wrapperobject;

/* Objects/funcobject.c, Objects/typeobject.c */
typedef struct { PyObject_HEAD PyObject *cm_callable, *cm_dict; } classmethod;
typedef struct { PyObject_HEAD PyObject *sm_callable, *sm_dict; } staticmethod;
typedef struct { PyObject_HEAD PyTypeObject *type; PyObject *obj; PyTypeObject *obj_type; } superobject;

/* Iterators: Objects/{list,tuple,bytes,unicode,iter,enum,dict,set}object.c, Python/bltinmodule.c */
typedef struct { PyObject_HEAD Py_ssize_t it_index; PyObject *it_seq; } seqiterobject;
typedef struct { PyObject_HEAD PyObject *it_callable, *it_sentinel; } calliterobject;
typedef struct { PyObject_HEAD Py_ssize_t en_index; PyObject *en_sit, *en_result, *en_longindex; } enumobject;
typedef struct { PyObject_HEAD Py_ssize_t index; PyObject *seq; } reversedobject;
typedef struct {
  PyObject_HEAD
  PyDictObject *di_dict;
  Py_ssize_t di_used, di_pos;
  PyObject *di_result;
  Py_ssize_t len;
} dictiterobject;
typedef struct { PyObject_HEAD PySetObject *si_set; Py_ssize_t si_used, si_pos, len; } setiterobject;
typedef struct { PyObject_HEAD PyDictObject *dv_dict; } dictviewobject;
typedef struct { PyObject_HEAD Py_ssize_t tuplesize; PyObject *ittuple, *result; } zipobject;
typedef struct { PyObject_HEAD PyObject *iters, *func; } mapobject;
typedef struct { PyObject_HEAD PyObject *func, *it; } filterobject;
typedef struct { PyObject_HEAD Py_ssize_t cnt; PyObject *long_cnt, *long_step; } countobject;
typedef struct { PyObject_HEAD PyObject *element; Py_ssize_t cnt; } repeatobject;
typedef struct { PyObject_HEAD PyObject *source, *active; } chainobject;
typedef struct { PyObject_HEAD PyObject *it; Py_ssize_t next, stop, step, cnt; } isliceobject;
typedef struct { PyObject_HEAD PyObject *it, *saved; Py_ssize_t index; } cycleobject;

/* Modules/_asynciomodule.c */
#if PY_VERSION_HEX >= 0x030a0000
#define FUTURE_EXCEPTION(prefix) PyObject *prefix##_exception, *prefix##_exception_tb;
#else
#define FUTURE_EXCEPTION(prefix) PyObject *prefix##_exception;
#endif
#if PY_VERSION_HEX >= 0x030e0000
#define FUTURE_STATE(prefix) \
  PyObject *prefix##_cancel_msg, *prefix##_cancelled_exc, *prefix##_awaited_by; \
  int prefix##_state; char prefix##_is_task, prefix##_awaited_by_is_set; unsigned prefix##_log_tb : 1, prefix##_blocking : 1;
#elif PY_VERSION_HEX >= 0x030d0000
#define FUTURE_STATE(prefix) \
  PyObject *prefix##_cancel_msg, *prefix##_cancelled_exc; \
  int prefix##_state; unsigned prefix##_log_tb : 1, prefix##_blocking : 1;
#elif PY_VERSION_HEX >= 0x030b0000
#define FUTURE_STATE(prefix) \
  PyObject *prefix##_cancel_msg; int prefix##_state, prefix##_log_tb, prefix##_blocking; \
  PyObject *dict, *prefix##_weakreflist, *prefix##_cancelled_exc;
#elif PY_VERSION_HEX >= 0x03090000
#define FUTURE_STATE(prefix) \
  PyObject *prefix##_cancel_msg; int prefix##_state, prefix##_log_tb, prefix##_blocking; \
  PyObject *dict, *prefix##_weakreflist; _PyErr_StackItem prefix##_cancelled_exc_state;
#else
#define FUTURE_STATE(prefix) \
  int prefix##_state, prefix##_log_tb, prefix##_blocking; PyObject *dict, *prefix##_weakreflist;
#endif
#define FUTURE(prefix) \
  PyObject_HEAD PyObject *prefix##_loop, *prefix##_callback0, *prefix##_context0, *prefix##_callbacks; \
  FUTURE_EXCEPTION(prefix) PyObject *prefix##_result, *prefix##_source_tb; FUTURE_STATE(prefix)
typedef struct { FUTURE(fut) } FutureObj;
#if PY_VERSION_HEX >= 0x030d0000
typedef struct {
  FUTURE(task)
  unsigned task_must_cancel : 1, task_log_destroy_pending : 1;
  int task_num_cancels_requested;
  PyObject *task_fut_waiter, *task_coro, *task_name, *task_context;
} TaskObj;
#else
typedef struct {
  FUTURE(task)
  PyObject *task_fut_waiter, *task_coro, *task_name, *task_context;
  int task_must_cancel, task_log_destroy_pending;
#if PY_VERSION_HEX >= 0x030b0000
  int task_num_cancels_requested;
#endif
} TaskObj;
#endif

/* Objects/genericaliasobject.c, Objects/unionobject.c */
#if PY_VERSION_HEX >= 0x030b0000
typedef struct { PyObject_HEAD PyObject *origin, *args, *parameters, *weakreflist; bool starred; } gaobject;
#else
typedef struct { PyObject_HEAD PyObject *origin, *args, *parameters, *weakreflist; } gaobject;
#endif
typedef struct { PyObject_HEAD PyObject *args; } unionobject;

/* Objects/capsule.c, Python/context.c */
typedef struct { PyObject_HEAD void *pointer; const char *name; void *context; PyCapsule_Destructor destructor; } capsuleobject;
typedef struct { PyObject_HEAD PyObject *var_name, *var_default; } contextvarobject;
typedef struct { PyObject_HEAD PyObject *ctx_prev, *ctx_vars; } contextobject;

/* Python/hamt.c */
typedef struct { PyObject_HEAD PyObject *h_root, *h_weakreflist; Py_ssize_t h_count; } hamtobject;
typedef struct { PyObject_HEAD PyObject *a_array[32]; Py_ssize_t a_count; } hamt_array_node;
typedef struct { PyObject_VAR_HEAD uint32_t b_bitmap; PyObject *b_array[1]; } hamt_bitmap_node;
typedef struct { PyObject_VAR_HEAD int32_t c_hash; PyObject *c_array[1]; } hamt_collision_node;

/* Modules/_functoolsmodule.c, Modules/_sre */
typedef struct { PyObject_HEAD PyObject *fn, *args, *kw, *dict, *weakreflist; } partialobject;
typedef struct {
  PyObject_VAR_HEAD
  Py_ssize_t groups;
  PyObject *groupindex, *indexgroup, *pattern;
  int flags;
  PyObject *weakreflist;
  int isbytes;
  Py_ssize_t codesize;
} PatternObject;
typedef struct {
  PyObject_VAR_HEAD
  PyObject *string, *regs;
  PatternObject *pattern;
  Py_ssize_t pos, endpos, lastindex, groups;
  Py_ssize_t mark[1];
} MatchObject;

/* Modules/_threadmodule.c; a lock is a PyMutex in 3.14 and in later patch releases of 3.13 */
typedef struct { PyObject_HEAD uint8_t lock; } mutexlockobject;
typedef struct { PyObject_HEAD void *lock_lock; PyObject *in_weakreflist; char locked; } lockobject;
#if PY_VERSION_HEX >= 0x030e0000
typedef struct { PyObject_HEAD uint8_t lock; unsigned long long rlock_owner; size_t rlock_count; } rlockobject;
#else
typedef struct { PyObject_HEAD void *rlock_lock; unsigned long rlock_owner, rlock_count; } rlockobject;
#endif

#if PY_VERSION_HEX >= 0x030d0000
typedef struct { PyObject_HEAD PyObject *args, *kw, *weakreflist, *localdicts; } localobject;
#else
typedef struct { PyObject_HEAD PyObject *key, *args, *kw, *weakreflist, *dummies; } localobject;
#endif

/* Modules/_io: textio.c, bufferedio.c, fileio.c, stringio.c, bytesio.c */
typedef struct {
  PyObject_HEAD
  int ok, detached;
  Py_ssize_t chunk_size;
  PyObject *buffer, *encoding, *encoder, *decoder, *readnl, *errors;
} textio;
typedef struct { PyObject_HEAD PyObject *raw; int ok, detached, readable, writable; } buffered;
typedef struct { PyObject_HEAD buffered *reader, *writer; } rwpair;
typedef struct {
  PyObject_HEAD
  int fd;
  unsigned int created : 1, readable : 1, writable : 1, appending : 1;
  signed int seekable : 2;
#if PY_VERSION_HEX >= 0x030f0000
  unsigned int truncate : 1;
#endif
  unsigned int closefd : 1;
} fileio;
typedef struct {
  PyObject_HEAD
  Py_UCS4 *buf;
  Py_ssize_t pos, string_size;
  size_t buf_size;
  int state;
#if PY_VERSION_HEX >= 0x030e0000
  _PyUnicodeWriter *writer;
#elif PY_VERSION_HEX >= 0x030c0000
  _PyUnicodeWriter writer;
#else
  struct { PyObject *large, *small; } accu;
#endif
  char ok, closed;
} stringio;
typedef struct { PyObject_HEAD PyObject *buf; Py_ssize_t pos, string_size; } bytesio;

/* Modules/arraymodule.c */
struct arraydescr { char typecode; int itemsize; };
typedef struct {
  PyObject_VAR_HEAD
  char *ob_item;
  Py_ssize_t allocated;
  const struct arraydescr *ob_descr;
  PyObject *weakreflist;
} arrayobject;

/* Modules/_decimal/_decimal.c, libmpdec's mpdecimal.h */
typedef struct { uint8_t flags; Py_ssize_t exp, digits, len, alloc; uint64_t *data; } mpd_t;
typedef struct { PyObject_HEAD Py_hash_t hash; mpd_t dec; uint64_t data[4]; } PyDecObject;

/* Modules/_datetimemodule.c, Modules/_zoneinfo.c */
typedef struct { PyObject_HEAD PyObject *offset, *name; } PyDateTime_TimeZone;
typedef struct { PyDateTime_TZInfo base; PyObject *key, *file_repr; } PyZoneInfo_ZoneInfo;

/* Modules/_ctypes/ctypes.h */
typedef struct CDataObject {
  PyObject_HEAD
  char *b_ptr;
  int b_needsfree;
  struct CDataObject *b_base;
  Py_ssize_t b_size, b_length, b_index;
  PyObject *b_objects;
} CDataObject;
#if PY_VERSION_HEX >= 0x030e0000
typedef struct {
  PyObject_HEAD
  Py_ssize_t byte_offset, byte_size, index;
  PyObject *proto;
  void *getfunc, *setfunc;
  bool anonymous : 1;
  uint8_t bitfield_size, bit_offset;
} CFieldObject;
#else
typedef struct {
  PyObject_HEAD
  Py_ssize_t offset, size, index;
  PyObject *proto;
  void *getfunc, *setfunc;
} CFieldObject;
#endif

/* No part of CPython: NumPy's public ABI (numpy/ndarraytypes.h), of 1.x and of 2.x, and pybind11's
 * instances (pybind11/pytypes.h, detail/common.h). */
typedef struct {
  PyObject_HEAD
  PyTypeObject *typeobj;
  char kind, type, byteorder, flags;
  int type_num, elsize, alignment;
  void *subarray;
  PyObject *fields, *names;
} numpy1_descr;
typedef struct {
  PyObject_HEAD
  PyTypeObject *typeobj;
  char kind, type, byteorder, former_flags;
  int type_num;
  uint64_t flags;
  Py_ssize_t elsize, alignment;
  PyObject *metadata;
  Py_hash_t hash;
  void *reserved_null[2];
  void *subarray;
  PyObject *fields, *names;
} numpy2_descr;
typedef struct {
  PyObject_HEAD
  char *data;
  int nd;
  Py_ssize_t *dimensions, *strides;
  PyObject *base;
  PyObject *descr;
  int flags;
} PyArrayObject_fields;
typedef struct { PyObject_HEAD union { long word; double real; } obval; } numpy_scalar;
typedef struct { PyObject_VAR_HEAD char *obval; PyObject *descr; int flags; PyObject *base; } PyVoidScalarObject;
typedef struct { PyObject_HEAD void *value; } pybind11_instance;

struct every_private_struct {
  rangeobject *range; rangeiterobject *range_iterator; longrangeiterobject *long_range_iterator;
  dequeobject *deque; defdictobject *default_dict; dequeiterobject *deque_iterator;
  odictobject *ordered_dict; _ODictNode *ordered_dict_node;
  mappingproxyobject *mapping_proxy; propertyobject *property; wrapperobject *wrapper;
  classmethod *class_method; staticmethod *static_method; superobject *super;
  seqiterobject *sequence_iterator; calliterobject *call_iterator; enumobject *enumeration;
  reversedobject *reversed; dictiterobject *dict_iterator; setiterobject *set_iterator;
  dictviewobject *dict_view; zipobject *zip; mapobject *map; filterobject *filter; countobject *count;
  repeatobject *repetition; chainobject *chain; isliceobject *part; cycleobject *cycle; FutureObj *future; TaskObj *task;
  gaobject *generic_alias; unionobject *union_type; capsuleobject *capsule; contextvarobject *context_variable;
  contextobject *context; hamtobject *hamt; hamt_array_node *hamt_array; hamt_bitmap_node *hamt_bitmap; hamt_collision_node *hamt_collision;
  partialobject *partial; PatternObject *pattern; MatchObject *match; lockobject *lock; rlockobject *rlock; mutexlockobject *mutex_lock;
  textio *text_file; buffered *buffered_file; rwpair *file_pair; fileio *raw_file;
  stringio *text_in_memory; bytesio *bytes_in_memory; localobject *thread_local_object;
  struct arraydescr *array_descriptor; arrayobject *array;
  mpd_t *decimal_number; PyDecObject *decimal;
  PyDateTime_Date *date; PyDateTime_Time *time; PyDateTime_DateTime *date_time; PyDateTime_Delta *delta;
  PyDateTime_TimeZone *time_zone; PyZoneInfo_ZoneInfo *zone_info;
  CDataObject *c_data; CFieldObject *c_field;
  numpy1_descr *numpy1; numpy2_descr *numpy2; PyArrayObject_fields *numpy_array;
  numpy_scalar *numpy_number; PyVoidScalarObject *numpy_void; pybind11_instance *pybind11;
} every_private_struct_;
