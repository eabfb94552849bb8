/* Is called by a worker. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *met(PyObject *module, PyObject *argument)
{
    long number = PyLong_AsLong(argument);
    return PyLong_FromLong(number); /* @met */
}

static PyObject *hold(PyObject *module, PyObject *path)
{
    const char *name = PyUnicode_AsUTF8(path);
    while (access(name, F_OK) != 0) {
        usleep(1000);
    }
    Py_RETURN_NONE; /* @held */
} /* @hold-end */

static PyMethodDef methods[] = {
    {"met", met, METH_O, "met(number): the number"},
    {"hold", hold, METH_O, "hold(path): None, when there is such a file; the GIL is held until then"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "workers", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_workers(void)
{
    return PyModule_Create(&definition);
}
