/* A place where threads meet: each waits until the main thread has seen all of them. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int arrived;
static int released;
static pthread_t native_thread;

static void wait_for_release(void)
{
    pthread_mutex_lock(&mutex);
    arrived++;
    pthread_cond_broadcast(&changed);
    while (!released)
        pthread_cond_wait(&changed, &mutex);
    pthread_mutex_unlock(&mutex);
}

static void *native_main(void *argument)
{
    wait_for_release(); /* @native */
    return argument;
}

static PyObject *start_native(PyObject *module, PyObject *ignored)
{
    pthread_create(&native_thread, NULL, native_main, NULL);
    Py_RETURN_NONE;
}

static PyObject *join_native(PyObject *module, PyObject *ignored)
{
    pthread_join(native_thread, NULL);
    Py_RETURN_NONE;
}

static PyObject *wait_(PyObject *module, PyObject *ignored)
{
    Py_BEGIN_ALLOW_THREADS
    wait_for_release();
    Py_END_ALLOW_THREADS
    Py_RETURN_NONE;
}

static void wait_for_arrivals(int expected)
{
    pthread_mutex_lock(&mutex);
    while (arrived < expected)
        pthread_cond_wait(&changed, &mutex);
    pthread_mutex_unlock(&mutex);
}

static void release_all(void)
{
    pthread_mutex_lock(&mutex);
    released = 1; /* @all-here */
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&mutex);
}

static PyObject *meet(PyObject *module, PyObject *number)
{
    int expected = (int)PyLong_AsLong(number);
    Py_BEGIN_ALLOW_THREADS
    wait_for_arrivals(expected);
    release_all();
    Py_END_ALLOW_THREADS
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"start_native", start_native, METH_NOARGS, "start a thread that Python does not know"},
    {"join_native", join_native, METH_NOARGS, "wait for that thread's end"},
    {"wait", wait_, METH_NOARGS, "wait for meet"},
    {"meet", meet, METH_O, "meet(number): wait until so many threads wait, then release them"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "threads", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_threads(void)
{
    return PyModule_Create(&definition);
}
