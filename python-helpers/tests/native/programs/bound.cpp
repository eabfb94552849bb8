// C++ classes and functions bound with pybind11.
#include <pybind11/pybind11.h>

namespace shapes {
struct Point { int x; double y; };
struct Named : Point { const char *name; };
}

static int twice(int number)
{
    return 2 * number; // @twice
}

struct Counter {
    int count = 0;
    int add(int number)
    {
        count += number; // @add
        return count;
    }
};

extern "C" void stop(PyObject *point, PyObject *named) { __asm__(""); }

PYBIND11_MODULE(bound, module)
{
    namespace py = pybind11;
    py::class_<shapes::Point>(module, "Point").def(py::init([] { return new shapes::Point{3, 0.5}; }));
    py::class_<shapes::Named, shapes::Point>(module, "Named").def(py::init([] {
        return new shapes::Named{{4, 1.5}, "n"};
    }));
    module.def("run", [](py::object point, py::object named) { stop(point.ptr(), named.ptr()); });
    py::class_<Counter>(module, "Counter").def(py::init<>()).def("add", &Counter::add);
    module.def("twice", &twice);
    module.def("filled", [](py::list list) {
        list.append(twice(2)); // @append
        return list.size(); // @size
    });
    module.def("thrice", [](int number) { // @thrice
        return 3 * number;
    });
}
