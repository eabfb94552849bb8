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

static PyObject *refuse(PyObject *module, PyObject *value)
{
    return PyErr_Format(PyExc_ValueError, "%.2s%% of %R, %S: %d, %zd", "noise", value, PyTuple_GET_ITEM(value, 0), -3, (Py_ssize_t)5);
}

static PyObject *succeed(PyObject *module, PyObject *ignored)
{
    Py_RETURN_NONE; /* @calm */
}

static PyMethodDef methods[] = {
    {"fail", fail, METH_O, "fail(key): raises KeyError(key)"},
    {"refuse", refuse, METH_O, "refuse((text,)): raises ValueError"},
    {"succeed", succeed, METH_NOARGS, "succeed(): None"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "raising", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_raising(void)
{
    return PyModule_Create(&definition);
}
