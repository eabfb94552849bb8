/* An extension that changes the objects of Python which it is given. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *put(PyObject *module, PyObject *args)
{
    PyObject *items, *value;
    if (!PyArg_ParseTuple(args, "OO", &items, &value))
        return NULL;
    void *context = value;            /* as C hands it to callbacks */
    Py_INCREF(value);                 /* @count */
    PyList_SetItem(items, 0, value);  /* @put */
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"put", put, METH_VARARGS, "put(items, value): items[0] = value"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "state", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_state(void)
{
    return PyModule_Create(&definition);
}
