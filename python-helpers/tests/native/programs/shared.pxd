# Functions that are made in each module that uses them.
cdef inline int turned(int n):
    total = 0
    for each in [n] * n:  # @turn
        total += each
    return total

cdef inline int halved(int n):
    return n // 2  # @half
