package dev.twinstack.adapter.stack;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourcePresentationHint;

/**
 * Instructions in the place of the source of a frame that has none. There are always as many before the frame's own, so its line is known
 * without disassembling anything; that is done when a client opens the source.
 */
final class DisassembledSources {
    /** The line of the frame's instruction: one more than python-helpers' {@code disassembly.AROUND}. */
    static final int LINE = 101;

    private final StackOperations operations;
    private final SourceReferences references;
    private final Map<String, Integer> known = new HashMap<>();

    DisassembledSources(StackOperations operations, SourceReferences references) {
        this.operations = operations;
        this.references = references;
    }

    /** The instructions around an address in the function of that name (or null). A client does not open them by itself, as they are de-emphasised. */
    Source around(String pc, String name) {
        Source source = new Source();
        source.setName((name == null ? pc : name) + " (disassembly)");
        source.setSourceReference(
                known.computeIfAbsent(pc, address -> references.to(() -> operations.disassembly(address))));
        source.setPresentationHint(SourcePresentationHint.DEEMPHASIZE);
        return source;
    }
}
