package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Executables;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourcePresentationHint;
import org.eclipse.lsp4j.debug.SourceResponse;

/**
 * Files of the program as DAP sources: mapped to the client's paths, and de-emphasised when this machine does not have them. A relative path
 * is looked for below the program's working directory, a file inside a zip archive in the archive. Each file is looked for once per stop.
 */
public final class Sources {
    private final SourceMap sourceMap;
    private final DisassembledSources disassembled;
    private final SourceReferences references = new SourceReferences();
    private final DistantSources distant;
    private final ArchivedSources archived = new ArchivedSources(references);
    private final SourceLines lines = new SourceLines(archived);
    private final Map<String, Path> paths = new HashMap<>();
    private final Map<Path, Boolean> present = new HashMap<>();

    public Sources(SourceMap sourceMap, Gdb gdb, Helpers helpers, ProgramState program) {
        this.sourceMap = sourceMap;
        StackOperations operations = new StackOperations(helpers);
        this.disassembled = new DisassembledSources(operations, references);
        this.distant = new DistantSources(gdb, operations, references);
        program.onResume(paths::clear);
        program.onResume(present::clear);
        program.onResume(archived::forgetMissing);
        program.onResume(distant::forgetMissing);
        program.onResume(lines::clear);
    }

    /** Whether a path is that of a file of Python, a script with {@code #!} among them; one that Cython compiles to C is not. */
    public static boolean isPython(String path) {
        return path.endsWith(".py") || path.endsWith(".pyw") || Executables.isPythonScript(path);
    }

    /** {@code file} as the program names it; a name such as {@code <frozen importlib._bootstrap>} is no path. */
    public Source of(String file) {
        Path path = clientPath(file);
        Source source = new Source();
        source.setName(file.startsWith("<") ? file : path.getFileName().toString());
        if (isPresent(path)) {
            source.setPath(path.toString());
        } else {
            describeAbsent(source, file, path);
        }
        return source;
    }

    /** As {@link #of}, of a file that this machine has. */
    public Optional<Source> ifPresent(String file) {
        return isPresent(clientPath(file)) ? Optional.of(of(file)) : Optional.empty();
    }

    private void describeAbsent(Source source, String file, Path path) {
        int reference = archived.referenceTo(path);
        if (reference != 0) {
            source.setSourceReference(reference);
            source.setOrigin(path.toString());
        } else if (distant.referenceTo(file) != 0) {
            source.setSourceReference(distant.referenceTo(file));
            source.setPath(path.toString()); // by which breakpoints are set
        } else {
            source.setPresentationHint(SourcePresentationHint.DEEMPHASIZE);
            source.setPath(path.isAbsolute() ? path.toString() : null);
        }
    }

    /** What a client can open for a native frame without a line: the instructions around the frame's own. */
    Source disassembled(HelperFrame frame) {
        return disassembled.around(frame.pc(), frame.name());
    }

    /** DAP: source; a text to which no path leads. */
    SourceResponse source(SourceArguments arguments) {
        return references.source(arguments.getSourceReference());
    }

    /** The UTF-16 column, from 0, of a UTF-8 byte offset in a line of a file, counted from 1. */
    int column(String file, int line, int byteOffset) {
        return lines.utf16Column(clientPath(file), line, byteOffset);
    }

    /** The line of a file, from 1, that defines a name with {@code def} or {@code class}; see {@link SourceLines#definition}. */
    public int definition(String file, int near, String keyword, String name) {
        return lines.definition(clientPath(file), near, keyword, name);
    }

    private Path clientPath(String file) {
        return paths.computeIfAbsent(file, this::found);
    }

    private Path found(String file) {
        Path path = mapped(Path.of(file.replace('\0', '?'))).normalize();
        Path below = sourceMap.workingDirectory().resolve(path);
        return isPresent(below) ? below : path;
    }

    /** The client's path for a file. Debug information may say {@code /build/out/../src/a.c}: the normal form is mapped first, then the path as it is. */
    private Path mapped(Path file) {
        Path normal = file.normalize();
        Path mapped = Path.of(sourceMap.toClient(normal.toString()));
        return mapped.equals(normal) ? Path.of(sourceMap.toClient(file.toString())) : mapped;
    }

    private boolean isPresent(Path path) {
        return present.computeIfAbsent(path, Files::isRegularFile);
    }
}
