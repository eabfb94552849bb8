/* Works without the GIL, then waits for it. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *work(PyObject *module, PyObject *number)
{
    long value = PyLong_AsLong(number);
    PyThreadState *saved = PyEval_SaveThread();
    value += 1;                    /* @unlocked */
    PyEval_RestoreThread(saved);   /* @lock */
    value += 1;                    /* @locked */
    return PyLong_FromLong(value); /* @return */
}

static PyMethodDef methods[] = {
    {"work", work, METH_O, "work(number): the number and two"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "gil", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_gil(void)
{
    return PyModule_Create(&definition);
}
