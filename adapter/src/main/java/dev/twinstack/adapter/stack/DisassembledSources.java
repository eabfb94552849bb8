package dev.twinstack.adapter.stack;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourcePresentationHint;

/**
 * Instructions in the place of the source of a frame that has none: so many before and behind the frame's own that its line is the same in
 * each, and nothing is disassembled before a client opens it.
 */
final class DisassembledSources {
    /** The line of the frame's instruction (python-helpers: {@code disassembly.AROUND}, and one). */
    static final int LINE = 101;

    private final StackOperations operations;
    private final SourceReferences references;
    private final Map<String, Integer> known = new HashMap<>();

    DisassembledSources(StackOperations operations, SourceReferences references) {
        this.operations = operations;
        this.references = references;
    }

    /** The instructions around an address, in which a function of that name, or of none, stands; a client does not open them by itself. */
    Source around(String pc, String name) {
        Source source = new Source();
        source.setName((name == null ? pc : name) + " (disassembly)");
        source.setSourceReference(
                known.computeIfAbsent(pc, address -> references.to(() -> operations.disassembly(address))));
        source.setPresentationHint(SourcePresentationHint.DEEMPHASIZE);
        return source;
    }
}
