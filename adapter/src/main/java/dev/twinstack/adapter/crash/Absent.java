package dev.twinstack.adapter.crash;

import java.util.List;

/** Members that a JSON document leaves out. */
public final class Absent {
    private Absent() {}

    /** A copy of the list; an empty one for null. */
    public static <T> List<T> empty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
