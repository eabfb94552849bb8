/* A type whose objects have no attributes, and tell their numbers by repr() as a table. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdlib.h>

#define MOST 10

typedef struct {
    PyObject_HEAD
    int rows, columns;
    double *cells;
} Grid;

static PyObject *grid_new(PyTypeObject *type, PyObject *args, PyObject *names)
{
    int rows, columns;
    if (!PyArg_ParseTuple(args, "ii", &rows, &columns))
        return NULL;
    if (rows < 1 || rows > MOST || columns < 1 || columns > MOST) {
        PyErr_SetString(PyExc_ValueError, "a grid has 1 to 10 rows and columns");
        return NULL;
    }
    Grid *grid = (Grid *)type->tp_alloc(type, 0);
    if (grid == NULL)
        return NULL;
    grid->rows = rows;
    grid->columns = columns;
    grid->cells = malloc(rows * columns * sizeof(double));
    for (int i = 0; i < rows * columns; i++)
        grid->cells[i] = i;
    return (PyObject *)grid;
}

static void grid_dealloc(PyObject *self)
{
    free(((Grid *)self)->cells);
    Py_TYPE(self)->tp_free(self);
}

static PyObject *grid_repr(PyObject *self)
{
    Grid *grid = (Grid *)self;
    char text[2000] = "";
    int used = 0;
    for (int row = 0; row < grid->rows; row++) {
        used += sprintf(text + used, row ? "\n%d:" : "%d:", row);
        for (int column = 0; column < grid->columns; column++)
            used += sprintf(text + used, " %4.1f", grid->cells[row * grid->columns + column]);
    }
    return PyUnicode_FromString(text);
}

static PyTypeObject grid_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "opaque.Grid",
    .tp_basicsize = sizeof(Grid),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = grid_new,
    .tp_dealloc = grid_dealloc,
    .tp_repr = grid_repr,
};

static PyObject *total(PyObject *module, PyObject *argument)
{
    Grid *grid = (Grid *)argument;
    double sum = 0; /* @total */
    double *copy = malloc(grid->rows * grid->columns * sizeof(double));
    for (int i = 0; i < grid->rows * grid->columns; i++)
        sum += copy[i] = grid->cells[i];
    free(copy); /* @summed */
    return PyFloat_FromDouble(sum);
}

static PyMethodDef methods[] = {
    {"total", total, METH_O, "total(grid): the sum of its numbers"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "opaque", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_opaque(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyType_Ready(&grid_type) < 0)
        return NULL;
    Py_INCREF(&grid_type);
    PyModule_AddObject(module, "Grid", (PyObject *)&grid_type);
    return module;
}
