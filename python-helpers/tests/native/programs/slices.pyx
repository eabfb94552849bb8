# What Cython makes many lines of C of, which claim to be of the lines behind it.
def sliced(double[:, :] table):
    cdef double[:] row
    cdef double total = 0
    row = table[1]  # @first
    total += 1  # @second
    total += row[0]  # @third
    row = table[0, 1:]
    total += 2
    for i in range(2):
        row = table[i, :2]  # @in-loop
        total += row[1]  # @behind
        total += 3
    table[0, :] = table[1, :]  # @copied
    return total  # @returned
