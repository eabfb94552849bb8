/* Takes a Python str into C, beside long strings of its own. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

static char longest[200001];

static PyObject *look(PyObject *module, PyObject *text)
{
    char small[20] = "it's small";
    char *start = longest;
    memset(longest, 'c', sizeof longest - 1);
    return PyLong_FromLong(small[0] + start[0] + PyUnicode_GET_LENGTH(text)); /* @look */
}

static PyMethodDef methods[] = {
    {"look", look, METH_O, "look(text)"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "texts", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_texts(void)
{
    return PyModule_Create(&definition);
}
