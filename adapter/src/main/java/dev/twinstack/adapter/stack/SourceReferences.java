package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.dap.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.SourceResponse;

/** Texts to which no path leads, by the numbers by which a client asks for them (DAP: Source.sourceReference); valid until the session ends. */
final class SourceReferences {
    private final List<Supplier<String>> texts = new ArrayList<>();

    /** A new number, from 1 on. */
    int to(Supplier<String> text) {
        texts.add(text);
        return texts.size();
    }

    /** DAP: source. Throws {@link UserError} for a number that was not given, or for a text that cannot be read. */
    SourceResponse source(int reference) {
        if (reference < 1 || reference > texts.size()) {
            throw new UserError("There is no source with the number " + reference + "; open it from the stack again.");
        }
        SourceResponse response = new SourceResponse();
        response.setContent(texts.get(reference - 1).get());
        return response;
    }
}
