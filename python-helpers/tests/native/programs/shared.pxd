# Functions that are made in each module that uses them.
cdef inline int turned(int n):
    total = 0
    while n:  # @turn
        n -= 1
        total += n
    return total

cdef inline int halved(int n):
    return n // 2  # @half
