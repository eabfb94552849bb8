/* A place to stop below a module from an archive. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *stop(PyObject *module, PyObject *ignored)
{
    Py_RETURN_NONE; /* @stop */
}

static PyMethodDef methods[] = {
    {"stop", stop, METH_NOARGS, "stop(): None"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "archived", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_archived(void)
{
    return PyModule_Create(&definition);
}
