/* The extension module "conventions": a function for each way in which CPython passes arguments. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *keywords(PyObject *module, PyObject *args, PyObject *names)
{
    return PyLong_FromSsize_t(PyTuple_GET_SIZE(args)); /* @keywords */
}

static PyObject *fast(PyObject *module, PyObject *const *args, Py_ssize_t count)
{
    return PyLong_FromSsize_t(count); /* @fast */
}

static PyObject *named(PyObject *module, PyObject *const *args, Py_ssize_t count, PyObject *names)
{
    return PyLong_FromSsize_t(count); /* @named */
}

static PyObject *of_class(PyObject *type, PyObject *ignored)
{
    return PyLong_FromLong(PyType_Check(type)); /* @of_class */
}

static PyObject *of_none(PyObject *null, PyObject *ignored)
{
    return PyLong_FromLong(null == NULL); /* @of_none */
}

static PyObject *called(PyObject *self, PyObject *args, PyObject *names)
{
    return PyLong_FromSsize_t(PyTuple_GET_SIZE(args)); /* @called */
}

#if PY_VERSION_HEX >= 0x03090000
static PyObject *defined(PyObject *self, PyTypeObject *type, PyObject *const *args, Py_ssize_t count, PyObject *names)
{
    return PyLong_FromSsize_t(count); /* @defined */
}
#endif

static PyMethodDef of_type[] = {
    {"of_class", of_class, METH_NOARGS | METH_CLASS, NULL},
    {"of_none", of_none, METH_NOARGS | METH_STATIC, NULL},
#if PY_VERSION_HEX >= 0x03090000
    {"defined", (PyCFunction)(void (*)(void))defined, METH_METHOD | METH_FASTCALL | METH_KEYWORDS, NULL},
#endif
    {NULL},
};

static PyType_Slot slots[] = {{Py_tp_methods, of_type}, {Py_tp_call, called}, {0, NULL}};
static PyType_Spec spec = {"conventions.Called", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, slots};

static PyMethodDef methods[] = {
    {"keywords", (PyCFunction)(void (*)(void))keywords, METH_VARARGS | METH_KEYWORDS, NULL},
    {"fast", (PyCFunction)(void (*)(void))fast, METH_FASTCALL, NULL},
    {"named", (PyCFunction)(void (*)(void))named, METH_FASTCALL | METH_KEYWORDS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "conventions", NULL, -1, methods};

PyMODINIT_FUNC PyInit_conventions(void)
{
    PyObject *module = PyModule_Create(&definition);
    PyModule_AddObject(module, "Called", PyType_FromSpec(&spec));
    return module;
}
