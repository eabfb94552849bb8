package dev.twinstack.adapter.crash;

import java.util.List;

/** Members that a JSON document leaves out. */
public final class Absent {
    private Absent() {}

    /** The list itself, and an empty one in the place of none. */
    public static <T> List<T> empty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
