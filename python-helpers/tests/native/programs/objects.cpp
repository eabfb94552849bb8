// A CPython extension whose C++ frame holds Python objects by value, in classes and in containers.
#include <Python.h>
#include <vector>

struct Counted : PyObject { int count; };
struct Virtual { virtual ~Virtual() {} int first; };
struct Second : Virtual, PyObject { int last; };
template <class T> class api {};
class handle : public api<handle> { protected: PyObject *m_ptr; public: handle(PyObject *p) : m_ptr(p) {} };
class object : public handle { public: object(PyObject *p) : handle(p) {} };
struct Holder { object first; int number; PyObject *member; PyObject *const fixed; PyObject *pair[2]; };
static PyTypeObject kind = {PyVarObject_HEAD_INIT(NULL, 0)};

static int stop(const PyObject *constant, PyObject *&reference, PyObject &value)
{
    Counted counted;
    Second second;
    Counted garbage = {};
    PyObject_Init(&counted, &kind);
    PyObject_Init(&second, &kind);
    counted.count = 5;
    object wrapped(reference);
    std::vector<PyObject *> vector = {reference, Py_None};
    Holder holder = {reference, 1, reference, reference, {reference, nullptr}};
    Second *derived = &second;
    return holder.number + counted.count; // @objects
}

static PyObject *call(PyObject *self, PyObject *arguments)
{
    PyObject *list = PyTuple_GetItem(arguments, 0);
    return PyLong_FromLong(stop(list, list, *list));
}

static PyMethodDef methods[] = {{"call", call, METH_VARARGS, ""}, {0}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "objects", 0, -1, methods};
PyMODINIT_FUNC PyInit_objects(void)
{
    kind.tp_name = "objects.Kind", kind.tp_basicsize = sizeof(Counted), kind.tp_flags = Py_TPFLAGS_DEFAULT;
    PyType_Ready(&kind);
    return PyModule_Create(&module);
}
