/* Functions and a type with operators, of which Python calls some and is called by others. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static long twice(long number)
{
    long result = number * 2; /* @twice */
    return result;
}

static PyObject *leaf(PyObject *module, PyObject *items)
{
    Py_ssize_t size = PyObject_Length(items);
    long doubled = twice((long)size); /* @leaf */
    return PyLong_FromLong(doubled);
}

static PyObject *call(PyObject *module, PyObject *args)
{
    PyObject *function, *argument;
    if (!PyArg_ParseTuple(args, "OO", &function, &argument))
        return NULL;
    PyObject *answer = PyObject_CallFunctionObjArgs(function, argument, NULL); /* @call */
    return answer;
}

static PyObject *rest(PyObject *module, PyObject *milliseconds)
{
    long time = PyLong_AsLong(milliseconds);
    Py_BEGIN_ALLOW_THREADS
    usleep((useconds_t)time * 1000); /* @rest */
    Py_END_ALLOW_THREADS
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"leaf", leaf, METH_O, "leaf(items): twice the number of items"},
    {"call", call, METH_VARARGS, "call(function, argument): function(argument)"},
    {"rest", rest, METH_O, "rest(milliseconds): without the GIL"},
    {NULL, NULL, 0, NULL},
};

typedef struct {
    PyObject_HEAD
    long grams;
} Weight;

static PyTypeObject weight_type;

static PyObject *weight_of(long grams)
{
    Weight *weight = PyObject_New(Weight, &weight_type);
    if (weight != NULL)
        weight->grams = grams; /* @weight */
    return (PyObject *)weight;
}

static PyObject *weight_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    long grams;
    if (!PyArg_ParseTuple(args, "l", &grams))
        return NULL;
    return weight_of(grams);
}

static PyObject *weight_add(PyObject *left, PyObject *right)
{
    long sum = ((Weight *)left)->grams + ((Weight *)right)->grams; /* @add */
    return weight_of(sum);
}

static PyObject *weight_grams(PyObject *self, void *closure)
{
    long grams = ((Weight *)self)->grams;
    return PyLong_FromLong(grams);
}

static PyNumberMethods weight_as_number = {.nb_add = weight_add};
static PyGetSetDef weight_members[] = {{"grams", weight_grams, NULL, "how heavy", NULL}, {NULL}};
static PyTypeObject weight_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "soak.Weight",
    .tp_basicsize = sizeof(Weight),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = weight_new,
    .tp_as_number = &weight_as_number,
    .tp_getset = weight_members,
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "soak", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_soak(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyType_Ready(&weight_type) < 0)
        return NULL;
    Py_INCREF(&weight_type);
    PyModule_AddObject(module, "Weight", (PyObject *)&weight_type);
    return module;
}
