/* One C frame between two Python frames. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *through(PyObject *module, PyObject *function)
{
    PyObject *answer = PyObject_CallFunctionObjArgs(function, NULL);
    return answer; // @return
}

static PyMethodDef methods[] = {
    {"through", through, METH_O, "through(function): function()"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "chain", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_chain(void)
{
    return PyModule_Create(&definition);
}
