/* An extension whose functions stand between Python frames. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static long twice(long number)
{
    long result = number * 2; /* @twice */
    return result;
}

static PyObject *leaf(PyObject *module, PyObject *items)
{
    Py_ssize_t size = PyObject_Length(items);
    long doubled = twice((long)size); /* @leaf */
    return PyLong_FromLong(doubled);  /* @leaf-end */
}

static PyObject *call(PyObject *module, PyObject *args)
{
    PyObject *function, *argument;
    if (!PyArg_ParseTuple(args, "OO", &function, &argument)) /* @parse */
        return NULL;
    PyObject *answer = PyObject_CallFunctionObjArgs(function, argument, NULL); /* @call */
    return answer;                                                            /* @call-end */
}

static PyMethodDef methods[] = {
    {"leaf", leaf, METH_O, "leaf(items): twice the number of items"},
    {"call", call, METH_VARARGS, "call(function, argument): function(argument)"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "border", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_border(void)
{
    return PyModule_Create(&definition);
}
