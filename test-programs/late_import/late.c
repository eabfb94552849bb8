/* An extension that nobody knows when the program starts. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *work(PyObject *module, PyObject *number)
{
    long value = PyLong_AsLong(number);
    return PyLong_FromLong(value * 10); /* @work */
}

static PyMethodDef methods[] = {
    {"work", work, METH_O, "work(number): ten times the number"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "late", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_late(void)
{
    return PyModule_Create(&definition);
}
