# A Cython class with fields in C, and a class derived from it; functions, a generator and a method for Python to call.
cdef class Shape:
    cdef int corners
    cdef double area
    cdef object label

    def __init__(self):
        self.corners, self.area, self.label = 3, 2.5, ["label"]

cdef class Solid(Shape):
    cdef long depth

    def __init__(self):
        super().__init__()
        self.depth = 9

cdef extern from *:
    """
    static void stop(void) { __asm__(""); }
    """
    void stop()

def run(shape, solid):
    cdef int sides = 4
    stop()
    return sides

def counted(int number):
    for each in range(number):
        stop()
        yield each  # @yield

def twice(int number):
    return 2 * number  # @twice

cpdef int thrice(int number):  # @thrice
    return 3 * number

cdef class Counter:
    cdef int count

    def add(self, int number):
        self.count += number  # @add
        return self.count
