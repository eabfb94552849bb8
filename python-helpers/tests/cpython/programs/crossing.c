/* The extension module "crossing": functions and a type that Python steps into, and that call Python. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *add(PyObject *module, PyObject *args)
{
    long a, b, sum;
    if (!PyArg_ParseTuple(args, "ll", &a, &b)) /* @add */
        return NULL;
    sum = a + b; /* @sum */
    return PyLong_FromLong(sum);
}

static PyObject *call(PyObject *module, PyObject *function)
{
    PyObject *result = PyObject_CallObject(function, NULL); /* @call */
    return result; /* @called */
}

static PyObject *fail(PyObject *module, PyObject *ignored)
{
    PyErr_SetString(PyExc_ValueError, "as it must"); /* @fail */
    return NULL;
}

typedef struct {
    PyObject_HEAD
} Box;

static int box_init(PyObject *self, PyObject *args, PyObject *names)
{
    return PyTuple_GET_SIZE(args) == 1 ? 0 : -1; /* @init */
}

static PyObject *box_value(PyObject *self, PyObject *ignored)
{
    return PyLong_FromLong(7); /* @value */
}

static PyObject *box_add(PyObject *self, PyObject *other)
{
    return Py_BuildValue("OO", self, other); /* @plus */
}

static PyNumberMethods box_numbers = {.nb_add = box_add};

static PyObject *box_get(PyObject *self, void *ignored)
{
    return PyLong_FromLong(1); /* @get */
}

static int box_set(PyObject *self, PyObject *value, void *ignored)
{
    return 0; /* @set */
}

static PyGetSetDef box_members[] = {{"side", box_get, box_set, NULL, NULL}, {NULL}};

static PyMethodDef box_methods[] = {{"value", box_value, METH_NOARGS, NULL}, {NULL}};

static PyTypeObject box_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "crossing.Box",
    .tp_basicsize = sizeof(Box),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_methods = box_methods,
    .tp_getset = box_members,
    .tp_as_number = &box_numbers,
    .tp_init = box_init,
    .tp_new = PyType_GenericNew,
};

static PyMethodDef methods[] = {
    {"add", add, METH_VARARGS, NULL},
    {"call", call, METH_O, NULL},
    {"fail", fail, METH_NOARGS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "crossing", NULL, -1, methods};

PyMODINIT_FUNC PyInit_crossing(void)
{
    PyObject *module;
    if (PyType_Ready(&box_type) < 0)
        return NULL;
    module = PyModule_Create(&definition);
    Py_INCREF(&box_type);
    PyModule_AddObject(module, "Box", (PyObject *)&box_type);
    return module;
}
