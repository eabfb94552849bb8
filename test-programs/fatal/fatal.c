/* Dies in the way that is called, or leaves behind what kills its caller. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <datetime.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef struct {
    PyObject_HEAD
    char *text;
} Box;

static int is_careless;

static void box_dealloc(PyObject *self)
{
    Box *box = (Box *)self;
    PyTypeObject *type = Py_TYPE(self);
    if (is_careless)
        box->text[1 << 20] = 'a'; /* @in_dealloc */
    free(box->text);
    box->text = NULL;
    PyObject_Free(box);
    Py_DECREF(type);
}

static PyType_Slot box_slots[] = {{Py_tp_dealloc, box_dealloc}, {0, NULL}};
static PyType_Spec box_spec = {"fatal.Box", sizeof(Box), 0, Py_TPFLAGS_DEFAULT, box_slots};

static PyObject *new_box(PyObject *module, const char *text)
{
    PyObject *type = PyObject_GetAttrString(module, "Box");
    Box *box = PyObject_New(Box, (PyTypeObject *)type);
    box->text = strdup(text);
    Py_DECREF(type);
    return (PyObject *)box;
}

static PyObject *null_object(PyObject *module, PyObject *prices)
{
    PyObject *price = PyDict_GetItemString(prices, "none such");
    Py_ssize_t count = Py_REFCNT(price); /* @null_object */
    return PyLong_FromSsize_t(count);
}

static PyObject *null_argument(PyObject *module, PyObject *prices)
{
    PyObject *price = PyDict_GetItemString(prices, "none such");
    return PyObject_GetAttrString(price, "real"); /* @null_argument */
}

static PyObject *unchecked(PyObject *module, PyObject *prices)
{
    PyObject *price = PyObject_GetAttrString(prices, "none_such");
    return PyObject_GetAttrString(price, "real"); /* @unchecked */
}

static PyObject *freed_object(PyObject *module, PyObject *ignored)
{
    Box *box = (Box *)new_box(module, "text");
    Py_DECREF((PyObject *)box);
    return PyLong_FromLong(box->text[0]); /* @freed_object */
}

static PyObject *in_dealloc(PyObject *module, PyObject *ignored)
{
    Box *box = (Box *)new_box(module, "text");
    box->text = NULL;
    is_careless = 1;
    Py_DECREF((PyObject *)box);
    Py_RETURN_NONE;
}

static PyObject *null_text(PyObject *module, PyObject *ignored)
{
    const char *format = NULL;
    return Py_BuildValue(format); /* @null_text */
}

static PyObject *no_pointer(PyObject *module, PyObject *ignored)
{
    Box *box = (Box *)new_box(module, "text");
    PyObject *result = NULL;
    volatile char *text = NULL;
    *text = 'a'; /* @no_pointer */
    Py_DECREF((PyObject *)box);
    return result;
}

static PyObject *overwritten(PyObject *module, PyObject *ignored)
{
    char *texts[64];
    PyObject *items[64], *last = NULL;
    for (int i = 0; i < 64; i++) {
        items[i] = PyBytes_FromStringAndSize(NULL, 15);
        texts[i] = PyBytes_AS_STRING(items[i]);
    }
    for (int i = 0; i < 64; i++)
        for (int j = 0; j < 64; j++)
            if (texts[j] > texts[i] && texts[j] - texts[i] < 64)
                last = items[j]; /* right behind another */
    for (int i = 0; i < 64; i++)
        memset(texts[i], 'A', 64); /* 16 bytes are its own */
    return PyObject_Repr(last); /* @overwritten */
}

static PyObject *given(PyObject *module, PyObject *ignored)
{
    const char *text = (const char *)0x4141414141414141;
    PyObject *item = (PyObject *)text;
    item = PyLong_FromLong(*text); /* @given */
    return item;
}

static PyObject *(*volatile price_of)(PyObject *) = NULL;

static PyObject *null_function(PyObject *module, PyObject *ignored)
{
    PyObject *price = price_of(module); /* @null_function */
    return price;
}

static PyObject *not_imported(PyObject *module, PyObject *ignored)
{
    return PyDate_FromDate(2026, 11, 23); /* @not_imported */
}

static const char constant[] = "written nowhere";

static PyObject *read_only(PyObject *module, PyObject *ignored)
{
    *(volatile char *)constant = 'a'; /* @read_only */
    Py_RETURN_NONE;
}

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER, second = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t both;

static void *take_both(void *argument)
{
    pthread_mutex_lock(&second);
    pthread_barrier_wait(&both);
    pthread_mutex_lock(&first); /* @second_waits */
    return argument;
}

static PyObject *deadlock(PyObject *module, PyObject *ignored)
{
    pthread_t thread;
    pthread_barrier_init(&both, NULL, 2);
    pthread_mutex_lock(&first);
    pthread_create(&thread, NULL, take_both, NULL);
    pthread_barrier_wait(&both);
    pthread_mutex_lock(&second); /* @first_waits */
    Py_RETURN_NONE;
}

static void *call_without_state(void *argument)
{
    PyErr_SetString(PyExc_ValueError, "from a thread of C"); /* @no_state */
    return argument;
}

static PyObject *no_state(PyObject *module, PyObject *ignored)
{
    pthread_t thread;
    Py_BEGIN_ALLOW_THREADS
    pthread_create(&thread, NULL, call_without_state, NULL);
    pthread_join(thread, NULL);
    Py_END_ALLOW_THREADS
    Py_RETURN_NONE;
}

static PyObject *no_gil(PyObject *module, PyObject *ignored)
{
    Py_BEGIN_ALLOW_THREADS
    PyErr_SetString(PyExc_ValueError, "the GIL was released"); /* @no_gil */
    Py_END_ALLOW_THREADS
    return NULL;
}

static PyObject *no_gil_and_null(PyObject *module, PyObject *ignored)
{
    PyObject *price = NULL;
    Py_BEGIN_ALLOW_THREADS
    price = PyObject_GetAttrString(price, "real"); /* @no_gil_and_null */
    Py_END_ALLOW_THREADS
    return price;
}

static PyObject *null_without_exception(PyObject *module, PyObject *ignored)
{
    return NULL;
}

static PyObject *result_with_exception(PyObject *module, PyObject *ignored)
{
    PyErr_SetString(PyExc_ValueError, "not looked at");
    Py_RETURN_NONE;
}

static PyObject *ends(PyObject *module, PyObject *ignored)
{
    abort(); /* @ends */
}

static void give_up(int number)
{
    abort(); /* @give_up */
}

static PyObject *abort_at_fault(PyObject *module, PyObject *prices)
{
    signal(SIGSEGV, give_up);
    return null_object(module, prices);
}

static PyObject *abort_at_division(PyObject *module, PyObject *ignored)
{
    volatile long bolts = 0;
    signal(SIGFPE, give_up);
    return PyLong_FromLong(100 / bolts); /* @abort_at_division */
}

static PyObject *abort_at_instruction(PyObject *module, PyObject *ignored)
{
    signal(SIGILL, give_up);
    __builtin_trap(); /* @abort_at_instruction */
}

static PyObject *abort_behind_file(PyObject *module, PyObject *ignored)
{
    FILE *empty = tmpfile();
    volatile char *text = mmap(NULL, 1, PROT_READ, MAP_PRIVATE, fileno(empty), 0);
    signal(SIGBUS, give_up);
    return PyLong_FromLong(*text); /* @abort_behind_file */
}

static PyObject *abort_at_guard(PyObject *module, PyObject *ignored)
{
    volatile char *guard = mmap(NULL, 1, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    signal(SIGSEGV, give_up);
    return PyLong_FromLong(*guard); /* @abort_at_guard */
}

static PyObject *abort_at_signal(PyObject *module, PyObject *ignored)
{
    signal(SIGUSR1, give_up);
    raise(SIGUSR1); /* @abort_at_signal */
    Py_RETURN_NONE;
}

static sigjmp_buf survived;

static void survive(int number)
{
    siglongjmp(survived, number);
}

static void send_again(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

static PyObject *abort_behind_fault(PyObject *module, PyObject *ignored)
{
    struct sigaction again = {.sa_handler = send_again, .sa_flags = SA_NODEFER};
    signal(SIGSEGV, survive);
    if (sigsetjmp(survived, 1) == 0)
        *(volatile char *)NULL = 'a';
    sigaction(SIGABRT, &again, NULL);
    abort(); /* @abort_behind_fault */
}

static int dive(volatile int depth)
{
    return dive(depth + 1) + depth; /* @dive */
}

static PyObject *recursion_in_c(PyObject *module, PyObject *ignored)
{
    return PyLong_FromLong(dive(0));
}

/* Calls back with a frame so large that the stack is full before CPython counts too many calls. */
static PyObject *call(PyObject *module, PyObject *callable)
{
    volatile char room[1 << 16];
    room[0] = 0;
    return PyObject_CallFunctionObjArgs(callable, NULL); /* @call */
}

static PyObject *freed_twice(PyObject *module, PyObject *ignored)
{
    char *text = malloc(2000);
    char *behind = malloc(2000);
    free(text);
    free(text); /* @freed_twice */
    free(behind);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"null_object", null_object, METH_O, "follows what a dict does not have"},
    {"null_argument", null_argument, METH_O, "hands it to CPython"},
    {"unchecked", unchecked, METH_O, "hands the result of a call that has failed to CPython"},
    {"freed_object", freed_object, METH_NOARGS, "looks into an object that it has given away"},
    {"in_dealloc", in_dealloc, METH_NOARGS, "dies while it frees an object, of something else"},
    {"null_text", null_text, METH_NOARGS, "hands CPython a null pointer in the place of a text"},
    {"no_pointer", no_pointer, METH_NOARGS, "follows a null pointer that is no object's"},
    {"overwritten", overwritten, METH_NOARGS, "writes beyond the end of objects, into the next ones"},
    {"given", given, METH_NOARGS, "follows a wrong pointer to text, to give an object to a variable that has none"},
    {"null_function", null_function, METH_NOARGS, "calls a null pointer"},
    {"not_imported", not_imported, METH_NOARGS, "uses the C API of datetime, which it has not imported"},
    {"read_only", read_only, METH_NOARGS, "writes to a constant"},
    {"deadlock", deadlock, METH_NOARGS, "two threads wait for each other, one with the GIL"},
    {"no_state", no_state, METH_NOARGS, "uses CPython in a thread that it does not know"},
    {"no_gil", no_gil, METH_NOARGS, "uses CPython without the GIL"},
    {"no_gil_and_null", no_gil_and_null, METH_NOARGS, "hands CPython a null pointer, without the GIL"},
    {"null_without_exception", null_without_exception, METH_NOARGS, "returns NULL and no exception"},
    {"result_with_exception", result_with_exception, METH_NOARGS, "returns None and an exception"},
    {"ends", ends, METH_NOARGS, "aborts"},
    {"abort_at_fault", abort_at_fault, METH_O, "follows what a dict does not have; the signal's handler aborts"},
    {"abort_at_division", abort_at_division, METH_NOARGS, "divides by zero; the signal's handler aborts"},
    {"abort_at_instruction", abort_at_instruction, METH_NOARGS, "runs what is no instruction; the signal's handler aborts"},
    {"abort_behind_file", abort_behind_file, METH_NOARGS, "reads behind the end of a mapped file; the signal's handler aborts"},
    {"abort_at_guard", abort_at_guard, METH_NOARGS, "reads what it is not permitted to; the signal's handler aborts"},
    {"abort_at_signal", abort_at_signal, METH_NOARGS, "aborts in the handler of a signal that it has sent"},
    {"abort_behind_fault", abort_behind_fault, METH_NOARGS, "survives a fault, then aborts, which a handler passes on"},
    {"recursion_in_c", recursion_in_c, METH_NOARGS, "calls itself without an end"},
    {"call", call, METH_O, "call(callable)"},
    {"freed_twice", freed_twice, METH_NOARGS, "frees memory of malloc twice"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "fatal", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_fatal(void)
{
    PyObject *module = PyModule_Create(&definition);
    PyModule_AddObject(module, "Box", PyType_FromSpec(&box_spec));
    return module;
}
