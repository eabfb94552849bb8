package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.session.SourceMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourcePresentationHint;
import org.eclipse.lsp4j.debug.SourceResponse;

/**
 * Files of the debuggee as DAP sources: mapped to the client's paths, and de-emphasised when this machine does not have them. A relative path
 * is looked for below the program's working directory, a file inside a zip archive in the archive.
 */
public final class Sources {
    private final SourceMap sourceMap;
    private final ArchivedSources archived = new ArchivedSources();
    private final Map<Path, Boolean> present = new HashMap<>();

    public Sources(SourceMap sourceMap) {
        this.sourceMap = sourceMap;
    }

    /** {@code file} as the debuggee names it; a name such as {@code <frozen importlib._bootstrap>} is no path. */
    public Source of(String file) {
        Path path = clientPath(file);
        Source source = new Source();
        source.setName(file.startsWith("<") ? file : path.getFileName().toString());
        if (present.computeIfAbsent(path, Files::isRegularFile)) {
            source.setPath(path.toString());
        } else {
            describeAbsent(source, path);
        }
        return source;
    }

    private void describeAbsent(Source source, Path path) {
        int reference = archived.referenceTo(path);
        if (reference != 0) {
            source.setSourceReference(reference);
            source.setOrigin(path.toString());
        } else {
            source.setPresentationHint(SourcePresentationHint.DEEMPHASIZE);
            source.setPath(path.isAbsolute() ? path.toString() : null);
        }
    }

    /** DAP: source; the text of a file to which no path leads. */
    public SourceResponse source(SourceArguments arguments) {
        return archived.source(arguments.getSourceReference());
    }

    public Path clientPath(String file) {
        Path path = Path.of(sourceMap.toClient(file.replace('\0', '?'))).normalize();
        Path below = sourceMap.workingDirectory().resolve(path);
        return Files.isRegularFile(below) ? below : path;
    }
}
