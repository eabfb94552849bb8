package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.session.SourceMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourcePresentationHint;

/** Files of the debuggee as DAP sources: mapped to the client's paths, and de-emphasised when this machine does not have them. */
final class Sources {
    private final SourceMap sourceMap;
    private final Map<String, Boolean> present = new HashMap<>();

    Sources(SourceMap sourceMap) {
        this.sourceMap = sourceMap;
    }

    /** {@code file} as the debuggee names it; a name such as {@code <frozen importlib._bootstrap>} is no path. */
    Source of(String file) {
        Source source = new Source();
        if (file.startsWith("<")) {
            source.setName(file);
            source.setPresentationHint(SourcePresentationHint.DEEMPHASIZE);
            return source;
        }
        Path path = clientPath(file);
        source.setName(path.getFileName().toString());
        source.setPath(path.toString());
        if (!present.computeIfAbsent(path.toString(), name -> Files.isRegularFile(Path.of(name)))) {
            source.setPresentationHint(SourcePresentationHint.DEEMPHASIZE);
        }
        return source;
    }

    Path clientPath(String file) {
        return Path.of(sourceMap.toClient(file)).toAbsolutePath().normalize();
    }
}
