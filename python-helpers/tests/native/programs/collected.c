/* Objects that tell the collector what they refer to: during a collection no Python code may run. */
#include <Python.h>

static int told;

static int traverse(PyObject *self, visitproc visit, void *argument)
{
    told++; /* @traverse */
    return 0;
}

static PyTypeObject Told = {PyVarObject_HEAD_INIT(NULL, 0) .tp_name = "collected.Told", .tp_basicsize = sizeof(PyObject),
                            .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, .tp_traverse = traverse,
                            .tp_free = PyObject_GC_Del};

static PyObject *make(PyObject *self, PyObject *nothing)
{
    PyObject *made = PyObject_GC_New(PyObject, &Told);
    PyObject_GC_Track(made);
    return made;
}

static PyMethodDef methods[] = {{"make", make, METH_NOARGS, ""}, {0}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "collected", 0, -1, methods};
PyMODINIT_FUNC PyInit_collected(void)
{
    PyType_Ready(&Told);
    return PyModule_Create(&module);
}
