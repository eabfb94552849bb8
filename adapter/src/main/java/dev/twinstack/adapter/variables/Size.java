package dev.twinstack.adapter.variables;

/** How many children there are of each sort, 0 where that is not known beforehand. */
record Size(int named, int indexed) {
    static final Size UNKNOWN = new Size(0, 0);

    static Size of(HelperVariable told) {
        return new Size(told.named(), told.indexed());
    }

    /** The size without the first {@code first} children of a sort; of both sorts together, named ones come first. */
    Size behind(String filter, int first) {
        int ofNamed = filter == null || filter.equals("named") ? Math.min(first, named) : 0;
        int ofIndexed = "named".equals(filter) ? 0 : first - ofNamed;
        return new Size(named - ofNamed, Math.max(indexed - ofIndexed, 0));
    }

    /** How many there are of a sort ({@link Page#filter}). */
    int of(String filter) {
        return filter == null ? named + indexed : filter.equals("named") ? named : indexed;
    }
}
