/* Writes through a null pointer. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *now(PyObject *module, PyObject *victim)
{
    volatile int *nowhere = NULL;
    *nowhere = 1; /* @crash */
    return victim;
}

static PyMethodDef methods[] = {
    {"now", now, METH_O, "now(victim): dies"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "crash", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_crash(void)
{
    return PyModule_Create(&definition);
}
