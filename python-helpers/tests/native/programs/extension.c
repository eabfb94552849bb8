/* A CPython extension whose C frame holds Python objects behind all sorts of pointers. */
#include <Python.h>

typedef struct { PyObject_HEAD int size; } Vector;
struct nested { Vector base; int extra; };
struct __pyx_obj_9extension_Point { PyObject_HEAD int abscissa; };  /* named as Cython names it */
typedef PyObject *object_pointer;
static PyTypeObject VectorType = {PyVarObject_HEAD_INIT(NULL, 0) .tp_name = "extension.Vector",
                                  .tp_basicsize = sizeof(Vector), .tp_flags = Py_TPFLAGS_DEFAULT};
static PyTypeObject PointType = {PyVarObject_HEAD_INIT(NULL, 0) .tp_name = "extension.Point",
                                 .tp_basicsize = sizeof(struct __pyx_obj_9extension_Point), .tp_flags = Py_TPFLAGS_DEFAULT};

static int stop(PyObject *list, object_pointer tuple, PyListObject *typed, PyTypeObject *type, struct nested *nested,
                PyObject *garbage, PyObject *null, PyObject **array, Vector *wild,
                Vector *vector, PyObject *point)
{
    return list != NULL;
}

static PyObject *call(PyObject *self, PyObject *arguments)
{
    PyObject *list = PyTuple_GetItem(arguments, 0);
    Vector *vector = PyObject_New(Vector, &VectorType);
    PyObject *array[2] = {list, arguments};
    struct __pyx_obj_9extension_Point *point = PyObject_New(struct __pyx_obj_9extension_Point, &PointType);
    vector->size = 77;
    point->abscissa = 88;
    return PyLong_FromLong(stop(list, arguments, (PyListObject *)list, Py_TYPE(list), (struct nested *)list,
                                (PyObject *)array, NULL, array, (Vector *)0x1238, vector, (PyObject *)point));
}

static PyMethodDef methods[] = {{"call", call, METH_VARARGS, ""}, {0}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "extension", 0, -1, methods};
PyMODINIT_FUNC PyInit_extension(void) 
{
    PyType_Ready(&VectorType);
    PyType_Ready(&PointType);
    return PyModule_Create(&module);
}
