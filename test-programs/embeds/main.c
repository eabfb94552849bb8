/* A program of its own that runs Python: in main, and then in another thread while main is in a loop of C without the GIL.
   Arguments: the folder of hosted.py, and a file whose appearance ends the loop; without it there is no such thread; and anything, with which
   all of that is in a thread that is not the first. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <pthread.h>
#include <unistd.h>

static volatile int ends;

static PyObject *doubled(PyObject *module, PyObject *number)
{
    long value = PyLong_AsLong(number);
    return PyLong_FromLong(2 * value); /* @doubled */
}

static PyObject *is_told_to_end(PyObject *module, PyObject *none)
{
    return PyBool_FromLong(ends);
}

static PyMethodDef methods[] = {
    {"doubled", doubled, METH_O, "doubled(number)"},
    {"is_told_to_end", is_told_to_end, METH_NOARGS, "is_told_to_end()"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "host", NULL, -1, methods, NULL, NULL, NULL, NULL};

static PyObject *host(void)
{
    return PyModule_Create(&definition);
}

static void start(const char *folder)
{
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    PyConfig_SetBytesString(&config, &config.pythonpath_env, folder);
    PyImport_AppendInittab("host", host);
    PyStatus status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status)) {
        Py_ExitStatusException(status);
    }
}

static long hosted(const char *function, long number)
{
    PyObject *module = PyImport_ImportModule("hosted");
    PyObject *found = module ? PyObject_CallMethod(module, function, "l", number) : NULL;
    long value = found ? PyLong_AsLong(found) : -1;
    if (PyErr_Occurred()) {
        PyErr_Print();
    }
    Py_XDECREF(found);
    Py_XDECREF(module);
    return value;
}

static void *works(void *nothing)
{
    PyGILState_STATE state = PyGILState_Ensure();
    hosted("work", 1000000000);
    PyGILState_Release(state);
    return NULL;
}

/* Runs until the file is there; looks seldom, so that nearly all of it is this loop. */
static unsigned long spin(const char *file)
{
    unsigned long turns = 0;
    puts("spins");
    fflush(stdout);
    while (turns++ % 1000000 || access(file, F_OK)) { /* @spin */
    }
    return turns;
}

static void *runs(void *given)
{
    char **arguments = given;
    start(arguments[1]);
    long value = hosted("count", 2); /* @call */
    if (arguments[2]) {
        pthread_t worker;
        PyThreadState *state = PyEval_SaveThread();
        pthread_create(&worker, NULL, works, NULL);
        spin(arguments[2]);
        ends = 1;
        pthread_join(worker, NULL);
        PyEval_RestoreThread(state);
    }
    Py_FinalizeEx();
    return (void *)value; /* @end */
}

int main(int count, char **arguments)
{
    if (count < 4) {
        return (int)(long)runs(arguments);
    }
    void *value;
    pthread_t other;
    pthread_create(&other, NULL, runs, arguments);
    pthread_join(other, &value);
    return (int)(long)value;
}
