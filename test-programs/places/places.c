/* Functions of C that lead to their lines: of a module, of a type, behind a pointer. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static long twice(long number) /* @twice */
{
    return 2 * number;
}

static PyObject *grow(PyObject *self, PyObject *unused) /* @grow */
{
    return PyLong_FromLong(twice(1));
}

static PyObject *look(PyObject *module, PyObject *function)
{
    long (*callback)(long) = twice;
    long (*nowhere)(long) = NULL;
    long size = callback(2) + (nowhere != NULL) + (function == NULL); /* @look */
    return PyLong_FromLong(size);
}

static PyMethodDef methods[] = {
    {"look", look, METH_O, "look(function)"},
    {"grow", grow, METH_NOARGS, "grow()"},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject Grower = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "places.Grower", .tp_basicsize = sizeof(PyObject), .tp_flags = Py_TPFLAGS_DEFAULT, .tp_methods = methods + 1};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "places", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_places(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyType_Ready(&Grower) < 0 || PyModule_AddObject(module, "Grower", (PyObject *)&Grower) < 0)
        return NULL;
    return module;
}
