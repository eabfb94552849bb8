package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.python.Helpers;

/** The helpers' operations that tell where a value is defined. */
record LocationOperations(Helpers helpers) {
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
}
