/* Is called by a worker. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *met(PyObject *module, PyObject *argument)
{
    long number = PyLong_AsLong(argument);
    return PyLong_FromLong(number); /* @met */
}

static PyMethodDef methods[] = {
    {"met", met, METH_O, "met(number): the number"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "workers", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_workers(void)
{
    return PyModule_Create(&definition);
}
