/* workload: what the benchmark's program does in C. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* stop(thing): a place for a breakpoint, with a few locals. */
static PyObject *stop(PyObject *module, PyObject *thing)
{
    long numbers[4] = {1, 2, 3, 4};
    double half = 0.5;
    const char *text = "a few locals";
    (void)numbers, (void)half, (void)text;
    Py_RETURN_NONE; /* @stop */
}

/* call(function, argument): calls back into Python, so that Python and C alternate on the stack. */
static PyObject *call(PyObject *module, PyObject *args)
{
    PyObject *function, *argument;
    if (!PyArg_ParseTuple(args, "OO", &function, &argument))
        return NULL;
    PyObject *result = PyObject_CallOneArg(function, argument);
    return result;
}

/* spin(rounds): a loop to step in. */
static PyObject *spin(PyObject *module, PyObject *rounds)
{
    long sum = 0, last = PyLong_AsLong(rounds);
    for (long i = 0; i < last; i++) { /* @spin */
        sum += i;
        sum ^= last;
    }
    return PyLong_FromLong(sum);
}

static PyMethodDef methods[] = {
    {"stop", stop, METH_O, NULL}, {"call", call, METH_VARARGS, NULL}, {"spin", spin, METH_O, NULL}, {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "workload", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit_workload(void)
{
    return PyModule_Create(&definition);
}
