package dev.twinstack.adapter.variables;

/** How many children there are of each sort, 0 where that is not known beforehand. */
record Size(int named, int indexed) {
    static final Size UNKNOWN = new Size(0, 0);

    static Size of(HelperVariable told) {
        return new Size(told.named(), told.indexed());
    }

    /** How many there are of a sort ({@link Page#filter}). */
    int of(String filter) {
        return filter == null ? named + indexed : filter.equals("named") ? named : indexed;
    }
}
