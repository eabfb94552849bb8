package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.gdb.Gdb;
import java.util.HashMap;
import java.util.Map;

/** Source files that are only where GDB runs, at the other end of a pipe; a client asks for their text by a number. */
final class DistantSources {
    private static final int NONE = 0;

    private final Gdb gdb;
    private final StackOperations operations;
    private final SourceReferences references;
    private final Map<String, Integer> known = new HashMap<>();

    DistantSources(Gdb gdb, StackOperations operations, SourceReferences references) {
        this.gdb = gdb;
        this.operations = operations;
        this.references = references;
    }

    /** DAP: Source.sourceReference of a file as the debuggee names it; 0 when GDB runs here, or when it is not there either. */
    int referenceTo(String file) {
        return gdb.isElsewhere() && file.startsWith("/") ? known.computeIfAbsent(file, this::found) : NONE;
    }

    /** Forgets which files were missing, so that they are looked for again. */
    void forgetMissing() {
        known.values().removeIf(reference -> reference == NONE);
    }

    private int found(String file) {
        return operations.hasSource(file) ? references.to(() -> operations.sourceText(file)) : NONE;
    }
}
