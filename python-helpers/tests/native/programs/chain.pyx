# What Cython makes several functions, and several pieces of code, of: closures, generators, loops, finally; objects to look at.
SCALE = 3  # @scale
cdef int counted = 7

class Plain:
    def __init__(self, x):
        self.x = x

cdef class Box:
    cdef int size
    cdef object label

    def __init__(self, size, label):
        self.size, self.label = size, label

    def is_big(self, int limit):  # @is-big
        return self.size > limit  # @big

    cpdef int grown(self, int by):
        return self.size + by  # @grown

    def each(self, n):
        for k in range(n):
            yield k, self.label  # @each

def outer(a):  # @outer
    b = a + 1
    def inner(c):  # @def-of-inner
        d = c + b
        return (lambda e: a + b + e + d)(5)  # @inner
    return inner(10)  # @called

def summed(items, p):  # @summed
    total = 0
    cdef int n = 0  # @declared
    for item in items:  # @for
        total += item * p.x  # @item
        n += 1
    while n:  # @while
        n -= 1
    try:  # @try
        items.append(total)
    finally:
        total += 1  # @finally
    if total:
        total += 1  # @if
    else:
        total = 0
    return total  # @returned

def genexpr(items):
    return max(item for item in items)  # @genexpr

cdef doubled(x):  # @doubled
    return x + x

def stepped(p):
    x = p.x  # @attribute
    return doubled(x)  # @calls

def calling(items):
    n = items  # @before
    return genexpr(n)  # @by-cpython

ctypedef fused number:
    int
    double

def doubled_number(number n):  # @fused
    return n + n  # @fused-body

def comprehended(items):  # @def-of-comprehended
    k = 9
    found = [
        k + 1  # @comprehended
        for k in items
    ]
    return found, k  # @behind-comprehension

cdef struct Pair:
    int first
    double second

def structs(one):
    cdef Pair pair
    cdef int numbers[3]
    pair.first, pair.second = 1, 2.5
    numbers[:] = [4, 5, 6]
    return one  # @structs
