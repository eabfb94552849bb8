/* Raises an exception, or does not. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *fail(PyObject *module, PyObject *key)
{
    usleep(50000); /* with the GIL, so that other threads come to wait for it */
    PyErr_SetObject(PyExc_KeyError, key); /* @set */
    return NULL; /* @pending */
}

static PyObject *succeed(PyObject *module, PyObject *ignored)
{
    Py_RETURN_NONE; /* @calm */
}

static PyMethodDef methods[] = {
    {"fail", fail, METH_O, "fail(key): raises KeyError(key)"},
    {"succeed", succeed, METH_NOARGS, "succeed(): None"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "raising", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_raising(void)
{
    return PyModule_Create(&definition);
}
