package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;

/** The helpers' operations that tell more of an object than its value: where it is defined, and what refers to it. */
record ObjectOperations(Helpers helpers) {
    /** Where a Python object is defined or, if it is a generator, stands. */
    SourceLocation location(String object) {
        return helpers.call("location", new ObjectRef(object), SourceLocation.class);
    }

    private record ObjectRef(String object) {}

    /** Where the C function at an address is defined. */
    SourceLocation codeLocation(String address) {
        return helpers.call("code-location", new CodeRef(address), SourceLocation.class);
    }

    private record CodeRef(String address) {}

    /**
     * A line of a file; {@code keyword} and {@code name}, such as {@code class} and {@code Point}, are what to look for around the line where
     * CPython does not tell more exactly, or null.
     */
    record SourceLocation(String file, int line, String keyword, String name) {}

    /** What refers to a Python object: at most {@code limit} variables, found within that many seconds. */
    Found referrers(String object, int limit, double seconds) {
        return helpers.call("referrers", new ReferrerSearch(object, limit, seconds), Found.class);
    }

    private record ReferrerSearch(String object, int limit, double seconds) {}

    /** {@code searched}: how many objects were looked at; {@code complete}: whether those are all. */
    record Found(List<HelperVariable> variables, int searched, boolean complete) {}
}
