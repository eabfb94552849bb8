/* pricing: prices the lines of an order. C asks Python for the price of each item, and Python asks C to round it. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>

/* round_cents(amount): the amount in whole cents, never less than 0, as an int. */
static PyObject *round_cents(PyObject *module, PyObject *amount)
{
    double euros = PyFloat_AsDouble(amount); /* @euros */
    if (euros == -1.0 && PyErr_Occurred())
        return NULL;
    long cents = 0;
    if (euros > 0)
        cents = lround(euros * 100); /* @round */
    return PyLong_FromLong(cents);   /* @rounded */
}

/* The price of one item in cents, as the Python function `rule` has it; -1 with an exception set when it has none. */
static long ask_rule(PyObject *rule, PyObject *item)
{
    PyObject *price = PyObject_CallOneArg(rule, item); /* @callback */
    if (price == NULL)
        return -1;
    long cents = PyLong_AsLong(price);
    Py_DECREF(price);
    return cents;
}

/* total(items, rule): the sum of rule(item) over a list of items, in cents. */
static PyObject *total(PyObject *module, PyObject *args)
{
    PyObject *items, *rule;
    if (!PyArg_ParseTuple(args, "O!O:total", &PyList_Type, &items, &rule))
        return NULL;
    long sum = 0;
    for (Py_ssize_t i = 0; i < PyList_Size(items); i++) {
        long cents = ask_rule(rule, PyList_GetItem(items, i)); /* @walk */
        if (cents == -1 && PyErr_Occurred())
            return NULL;
        sum += cents;
    }
    return PyLong_FromLong(sum); /* @sum */
}

static PyMethodDef methods[] = {
    {"round_cents", round_cents, METH_O, "round_cents(amount): the amount in whole cents, never less than 0, as an int."},
    {"total", total, METH_VARARGS, "total(items, rule): the sum of rule(item) over a list of items, in cents."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "pricing", .m_doc = "Prices an order.", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit_pricing(void)
{
    return PyModule_Create(&definition);
}
