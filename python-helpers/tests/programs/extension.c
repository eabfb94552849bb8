/* A CPython extension whose C frame holds Python objects behind all sorts of pointers. */
#include <Python.h>

typedef struct { PyObject_HEAD int size; } Vector;
struct nested { Vector base; int extra; };
typedef PyObject *object_pointer;

static int stop(PyObject *list, object_pointer tuple, PyListObject *typed, PyTypeObject *type, struct nested *nested,
                PyObject *garbage, PyObject *null, PyObject **array, Vector *wild)
{
    return list != NULL;
}

static PyObject *call(PyObject *self, PyObject *arguments)
{
    PyObject *list = PyTuple_GetItem(arguments, 0);
    PyObject *array[2] = {list, arguments};
    return PyLong_FromLong(stop(list, arguments, (PyListObject *)list, Py_TYPE(list), (struct nested *)list,
                                (PyObject *)array, NULL, array, (Vector *)0x1238));
}

static PyMethodDef methods[] = {{"call", call, METH_VARARGS, ""}, {0}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "extension", 0, -1, methods};
PyMODINIT_FUNC PyInit_extension(void) { return PyModule_Create(&module); }
