/* One C function at the newest end of a deep Python stack. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *bottom(PyObject *module, PyObject *number)
{
    long value = PyLong_AsLong(number);
    return PyLong_FromLong(value); /* @bottom */
}

static PyMethodDef methods[] = {
    {"bottom", bottom, METH_O, "bottom(number): the number"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "recursion", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_recursion(void)
{
    return PyModule_Create(&definition);
}
