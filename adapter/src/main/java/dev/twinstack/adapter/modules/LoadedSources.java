package dev.twinstack.adapter.modules;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Sources;
import dev.twinstack.mi.MiException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.debug.LoadedSourceEventArgumentsReason;
import org.eclipse.lsp4j.debug.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The source files of what is loaded, as far as this machine has them: those of native code, which GDB finds in the debug information, and those of imported
 * Python modules. As GDB must look through all debug information for that, nothing is read until the client asks for the first time; from then on it is told of the
 * differences whenever the program stands.
 */
public final class LoadedSources {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedSources.class);

    private final SourceOperations operations;
    private final ProgramState program;
    private final Sources sources;
    private final Events events;
    /** What the client was told of, by path; null until it asks for the first time. */
    private Map<String, Source> told;

    private List<String> nativeFiles = List.of();
    private List<String> pythonFiles = List.of();
    private boolean nativeChanged;
    private int modules;

    public LoadedSources(Gdb gdb, Helpers helpers, ProgramState program, Sources sources, Events events) {
        this.operations = new SourceOperations(gdb, helpers);
        this.program = program;
        this.sources = sources;
        this.events = events;
    }

    /** GDB has read, or forgotten, the symbols of a file. */
    void symbolsChanged() {
        nativeChanged = true;
    }

    /** Another program: the client is told of the differences at its first stop. */
    void clear() {
        nativeFiles = List.of();
        pythonFiles = List.of();
        modules = 0;
        nativeChanged = true;
    }

    /** All of them; while the program runs, the Python modules of its last stop. */
    List<Source> all() {
        look(true);
        told = present();
        return List.copyOf(told.values());
    }

    /** The program stands: tells a client that has asked before what came and what went. If that cannot be found out now, the next stop tells it. */
    void settled() {
        if (told == null || !program.isStopped()) {
            return;
        }
        try {
            if (look(nativeChanged)) {
                Map<String, Source> before = told;
                told = present();
                tell(LoadedSourceEventArgumentsReason.NEW, told, before);
                tell(LoadedSourceEventArgumentsReason.REMOVED, before, told);
            }
        } catch (UserError | MiException failed) {
            LOG.debug("What sources came and went could not be found out", failed);
        }
    }

    /** Reads the files of Python modules, and if {@code atNative} those of native code; returns whether any may have changed. */
    private boolean look(boolean atNative) {
        if (atNative) {
            nativeFiles = operations.nativeFiles();
            nativeChanged = false;
        }
        return lookAtPython() || atNative;
    }

    private boolean lookAtPython() {
        if (!program.isStopped()) {
            return false;
        }
        SourceOperations.ModuleFiles found = operations.pythonFiles(modules);
        if (found.files() == null) {
            return false;
        }
        modules = found.modules();
        pythonFiles = found.files();
        return true;
    }

    private Map<String, Source> present() {
        Map<String, Source> present = new LinkedHashMap<>();
        nativeFiles.forEach(file -> add(file, present));
        pythonFiles.forEach(file -> add(file, present));
        return present;
    }

    private void add(String file, Map<String, Source> present) {
        sources.ifPresent(file).ifPresent(source -> present.put(source.getPath(), source));
    }

    private void tell(
            LoadedSourceEventArgumentsReason reason, Map<String, Source> these, Map<String, Source> butForThose) {
        these.forEach((path, source) -> {
            if (!butForThose.containsKey(path)) {
                events.loadedSource(reason, source);
            }
        });
    }
}
