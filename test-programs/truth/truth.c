/* Knows at which Python depth each of its functions was called, and hands that to the recorder. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <frameobject.h>

#define MOST_CALLS 64

struct c_call {
    const char *function;
    int python_depth;
};

static _Thread_local struct c_call calls[MOST_CALLS];
static _Thread_local int call_count;

/* The number of Python frames of the calling thread. */
static int python_depth(void)
{
    int depth = 0;
#if PY_VERSION_HEX < 0x030b0000
    for (PyFrameObject *frame = PyThreadState_Get()->frame; frame != NULL; frame = frame->f_back)
        depth++;
#else
    PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
    while (frame != NULL) {
        PyFrameObject *caller = PyFrame_GetBack(frame);
        Py_DECREF(frame);
        frame = caller;
        depth++;
    }
#endif
    return depth;
}

static int enter(const char *function)
{
    if (call_count == MOST_CALLS) {
        PyErr_SetString(PyExc_RuntimeError, "too many nested calls of C");
        return -1;
    }
    calls[call_count].function = function;
    calls[call_count].python_depth = python_depth();
    call_count++;
    return 0;
}

static void leave(void)
{
    call_count--;
}

/* [(function, Python depth), …], oldest first. */
static PyObject *open_calls(void)
{
    PyObject *list = PyList_New(call_count);
    for (int i = 0; list != NULL && i < call_count; i++)
        PyList_SET_ITEM(list, i, Py_BuildValue("(si)", calls[i].function, calls[i].python_depth));
    return list;
}

/* probe(recorder): recorder(calls of C that are open) runs first, then the marked line, with the same stack. */
static PyObject *probe(PyObject *module, PyObject *recorder)
{
    if (enter("probe") < 0)
        return NULL;
    PyObject *list = open_calls();
    PyObject *answer = list == NULL ? NULL : PyObject_CallFunctionObjArgs(recorder, list, NULL);
    Py_XDECREF(list);
    leave(); /* @probe */
    return answer;
}

/* through(function, argument, …): function(argument, …), with this C frame between the two Python frames. */
static PyObject *through(PyObject *module, PyObject *args)
{
    if (enter("through") < 0)
        return NULL;
    PyObject *rest = PyTuple_GetSlice(args, 1, PyTuple_GET_SIZE(args));
    PyObject *answer = PyObject_Call(PyTuple_GET_ITEM(args, 0), rest, NULL);
    Py_DECREF(rest);
    leave();
    return answer;
}

static PyMethodDef methods[] = {
    {"probe", probe, METH_O, "probe(recorder)"},
    {"through", through, METH_VARARGS, "through(function, *arguments)"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "truth", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_truth(void)
{
    return PyModule_Create(&definition);
}
