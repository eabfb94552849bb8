/* Takes Python objects of several types into C variables. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *look(PyObject *module, PyObject *args)
{
    PyObject *number, *text, *items, *table, *point, *nothing;
    PyObject *null = NULL;
    PyObject *wild = (PyObject *)0x10;
    if (!PyArg_ParseTuple(args, "OOOOOO", &number, &text, &items, &table, &point, &nothing))
        return NULL;
    PyListObject *list = (PyListObject *)items;
    PyDictObject *dict = (PyDictObject *)table;
    PyTypeObject *type = Py_TYPE(point);
    long plain = PyLong_AsLong(number);
    Py_ssize_t size = PyList_GET_SIZE(list) + PyDict_Size((PyObject *)dict); /* @look */
    return Py_BuildValue("lnOOO", plain, size, null == NULL ? nothing : text, type, wild == NULL ? text : nothing);
}

static PyMethodDef methods[] = {
    {"look", look, METH_VARARGS, "look(number, text, items, table, point, nothing)"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "values", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_values(void)
{
    return PyModule_Create(&definition);
}
