/* An extension whose functions call back into Python and record how deep they were called. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <frameobject.h>
#include <pthread.h>
#include <unistd.h>

#define MOST 64

static struct { const char *function; unsigned long thread; int depth; } calls[MOST];
static int number_of_calls;

/* callable(argument), or callable() when it is NULL. */
static PyObject *call(PyObject *callable, PyObject *argument) {
  return PyObject_CallFunctionObjArgs(callable, argument, NULL);
}

/* Python frames of this thread, by CPython's own walk. */
static int depth(void) {
  int count = 0;
#if PY_VERSION_HEX < 0x030b0000
  for (PyFrameObject *frame = PyThreadState_Get()->frame; frame; frame = frame->f_back)
    count++;
#else
  PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
  while (frame) {
    PyFrameObject *older = PyFrame_GetBack(frame);
    Py_DECREF(frame);
    frame = older;
    count++;
  }
#endif
  return count;
}

static void entered(const char *function) {
  int index = __atomic_fetch_add(&number_of_calls, 1, __ATOMIC_SEQ_CST);
  calls[index].function = function;
  calls[index].thread = PyThread_get_thread_ident();
  calls[index].depth = depth();
}

static void left(void) { __atomic_fetch_sub(&number_of_calls, 1, __ATOMIC_SEQ_CST); }

__attribute__((noinline)) void checkpoint_reached(void) { __asm__ volatile(""); }

/* checkpoint(collect): calls collect(recorded calls), then stops. */
static PyObject *probe_checkpoint(PyObject *self, PyObject *collect) {
  entered("probe_checkpoint");
  Py_INCREF(collect);
  PyObject *recorded = PyList_New(0);
  for (int i = 0; i < number_of_calls; i++) {
    PyObject *entry = Py_BuildValue("(ski)", calls[i].function, calls[i].thread, calls[i].depth);
    PyList_Append(recorded, entry);
    Py_DECREF(entry);
  }
  PyObject *result = Py_None;
  if (collect == Py_None)
    Py_INCREF(result);
  else
    result = call(collect, recorded);
  Py_DECREF(recorded);
  checkpoint_reached();
  Py_DECREF(collect);
  left();
  return result;
}

/* through(f, *args): f(*args), from C. */
static PyObject *probe_through(PyObject *self, PyObject *arguments) {
  entered("probe_through");
  PyObject *rest = PyTuple_GetSlice(arguments, 1, PyTuple_GET_SIZE(arguments));
  PyObject *result = PyObject_CallObject(PyTuple_GET_ITEM(arguments, 0), rest);
  Py_DECREF(rest);
  left();
  return result;
}

/* block(ready): calls ready(), then sleeps without the GIL. */
static PyObject *probe_block(PyObject *self, PyObject *ready) {
  entered("probe_block");
  PyObject *result = call(ready, NULL);
  Py_BEGIN_ALLOW_THREADS
  for (;;) pause();
  Py_END_ALLOW_THREADS
  return result;
}

/* checkpoint_pending(type, value): stops while they are raised; without value: PyErr_SetNone. */
static PyObject *probe_checkpoint_pending(PyObject *self, PyObject *arguments) {
  PyObject *type, *value = NULL;
  if (!PyArg_ParseTuple(arguments, "O|O", &type, &value)) return NULL;
  PyErr_SetObject(type, value);
  checkpoint_reached();
  return NULL;
}

static volatile int awaits_holder, held;

/* hold(): takes the GIL for ever, as soon as another thread is in checkpoint_without_gil(). */
static PyObject *probe_hold(PyObject *self, PyObject *unused) {
  Py_BEGIN_ALLOW_THREADS
  while (!awaits_holder) usleep(1000);
  Py_END_ALLOW_THREADS
  for (;;) held = 1;
}

/* checkpoint_without_gil(): stops once another thread is in hold(). */
static PyObject *probe_checkpoint_without_gil(PyObject *self, PyObject *unused) {
  Py_BEGIN_ALLOW_THREADS
  awaits_holder = 1;
  while (!held) usleep(1000);
  checkpoint_reached();
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

static void *sleep_in_thread(void *name) {
  pthread_setname_np(pthread_self(), name);
  for (;;) pause();
}

/* native_thread(): a thread of C that Python never hears of, called "native". */
static PyObject *probe_native_thread(PyObject *self, PyObject *unused) {
  pthread_t thread;
  pthread_create(&thread, NULL, sleep_in_thread, "native");
  Py_RETURN_NONE;
}

static void *run_in_thread(void *callable) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyObject *result = call(callable, NULL);
  Py_XDECREF(result);
  PyGILState_Release(state);
  return NULL;
}

/* thread(f): f() in a thread that C made. */
static PyObject *probe_thread(PyObject *self, PyObject *callable) {
  pthread_t thread;
  Py_INCREF(callable);
  pthread_create(&thread, NULL, run_in_thread, callable);
  Py_RETURN_NONE;
}

/* values(globals, some_python_integer, ptr_to_python_str): stops with them in variables of C. */
static PyObject *probe_values(PyObject *self, PyObject *arguments) {
  PyObject *volatile globals = PyTuple_GET_ITEM(arguments, 0);
  PyObject *volatile some_python_integer = PyTuple_GET_ITEM(arguments, 1);
  PyObject *volatile ptr_to_python_str = PyTuple_GET_ITEM(arguments, 2);
  PyLongObject *volatile as_long = (PyLongObject *)some_python_integer;
  PyUnicodeObject *volatile as_str = (PyUnicodeObject *)ptr_to_python_str;
  PyObject *volatile none = NULL;
  PyTypeObject *volatile type = Py_TYPE(some_python_integer);
  volatile long some_machine_integer = 42;
  const char *volatile ptr_to_char_star = "hello world";
  usleep(2000); /* the thread that gave the GIL away is back in its wait for it */
  checkpoint_reached();
  __asm__ volatile("" : : "r"(self), "r"(arguments));
  return PyLong_FromLong(some_machine_integer + (globals == none) + (as_long == NULL)
      + (as_str == NULL) + (type == NULL) + (ptr_to_char_star == NULL));
}

/* in_a_frame(f): f(), called by a frame that no evaluator runs, as Cython makes them where it
 * profiles; from 3.11 on there are none. */
static PyObject *probe_in_a_frame(PyObject *self, PyObject *function) {
#if PY_VERSION_HEX < 0x030b0000
  PyThreadState *state = PyThreadState_Get();
  PyCodeObject *code = PyCode_NewEmpty("made_in_c.c", "made_in_c", 7);
  PyFrameObject *frame = PyFrame_New(state, code, PyEval_GetGlobals(), NULL);
  state->frame = frame;
  PyObject *result = call(function, NULL);
  state->frame = frame->f_back;
  Py_DECREF(frame);
  Py_DECREF(code);
  return result;
#else
  return call(function, NULL);
#endif
}

/* wide(): a str that has its characters in a wchar_t array alone, as it was possible before 3.12. */
static PyObject *probe_wide(PyObject *self, PyObject *unused) {
#if PY_VERSION_HEX < 0x030c0000
  PyObject *text = PyUnicode_FromUnicode(NULL, 3);
  memcpy(PyUnicode_AS_UNICODE(text), L"a\u00e9\U0001f600", 3 * sizeof(wchar_t));
  return text;
#else
  return PyUnicode_FromString("a\u00e9\U0001f600");
#endif
}

static PyMethodDef CHECKPOINT = {"checkpoint", probe_checkpoint, METH_O, NULL};

/* in_subinterpreter(source): runs it there; its global checkpoint is this module's. */
static PyObject *probe_in_subinterpreter(PyObject *self, PyObject *source) {
  entered("probe_in_subinterpreter");
  const char *text = PyUnicode_AsUTF8(source);
  PyThreadState *outer = PyThreadState_Get();
  PyThreadState *inner = Py_NewInterpreter();
  PyObject *names = PyModule_GetDict(PyImport_AddModule("__main__"));
  PyDict_SetItemString(names, "checkpoint", PyCFunction_New(&CHECKPOINT, NULL));
  PyObject *result = PyRun_String(text, Py_file_input, names, names);
  Py_XDECREF(result);
  Py_EndInterpreter(inner);
  PyThreadState_Swap(outer);
  left();
  Py_RETURN_NONE;
}

#if PY_VERSION_HEX >= 0x030c0000
/* in_interpreter_with_own_gil(source): runs it in a new one, which never ends. */
static PyObject *probe_in_interpreter_with_own_gil(PyObject *self, PyObject *source) {
  char *text = strdup(PyUnicode_AsUTF8(source));
  PyInterpreterConfig config = {
    .allow_threads = 1, .check_multi_interp_extensions = 1, .gil = PyInterpreterConfig_OWN_GIL};
  PyThreadState *inner;
  Py_NewInterpreterFromConfig(&inner, &config);
  PyRun_SimpleString(text);
  Py_FatalError("the source has ended");
}
#endif

static PyMethodDef METHODS[] = {
  {"checkpoint", probe_checkpoint, METH_O, NULL},
  {"through", probe_through, METH_VARARGS, NULL},
  {"block", probe_block, METH_O, NULL},
  {"thread", probe_thread, METH_O, NULL},
  {"checkpoint_pending", probe_checkpoint_pending, METH_VARARGS, NULL},
  {"hold", probe_hold, METH_NOARGS, NULL},
  {"checkpoint_without_gil", probe_checkpoint_without_gil, METH_NOARGS, NULL},
  {"native_thread", probe_native_thread, METH_NOARGS, NULL},
#if PY_VERSION_HEX >= 0x030c0000
  {"in_interpreter_with_own_gil", probe_in_interpreter_with_own_gil, METH_O, NULL},
#endif
  {"values", probe_values, METH_VARARGS, NULL},
  {"in_a_frame", probe_in_a_frame, METH_O, NULL},
  {"wide", probe_wide, METH_NOARGS, NULL},
  {"in_subinterpreter", probe_in_subinterpreter, METH_O, NULL},
  {NULL, NULL, 0, NULL}};

static struct PyModuleDef MODULE = {PyModuleDef_HEAD_INIT, "probe", NULL, -1, METHODS};

PyMODINIT_FUNC PyInit_probe(void) {
  PyObject *module = PyModule_Create(&MODULE);
#ifdef Py_GIL_DISABLED
  PyUnstable_Module_SetGIL(module, Py_MOD_GIL_NOT_USED);
#endif
  return module;
}
