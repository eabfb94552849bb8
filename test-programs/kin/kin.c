/* A function that Python calls in every process. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *work(PyObject *module, PyObject *number)
{
    long value = PyLong_AsLong(number);
    return PyLong_FromLong(value + 10); /* @work */
}

static PyMethodDef methods[] = {
    {"work", work, METH_O, "work(number): the number and ten"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "kin", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_kin(void)
{
    return PyModule_Create(&definition);
}
