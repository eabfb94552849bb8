# Typed memoryviews: of C values and of objects, in one dimension and two, of every stride.
def view(int[:] row, double[:, :] table, object[:] things, int[:] missing=None):
    return row[0]  # @view
