/* Dies in the way that its argument names, while an exception is pending. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

static PyObject *now(PyObject *module, PyObject *way)
{
    volatile int *nowhere = NULL;
    PyErr_SetString(PyExc_ValueError, "the scale is empty");
    if (strcmp(PyUnicode_AsUTF8(way), "fatal") == 0)
        Py_FatalError("no more bits"); /* @fatal */
    *nowhere = 1; /* @crash */
    return NULL;
}

static PyMethodDef methods[] = {
    {"now", now, METH_O, "now(way): dies"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "failing", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_failing(void)
{
    return PyModule_Create(&definition);
}
