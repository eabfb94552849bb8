package dev.twinstack.adapter.modules;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.mi.MiLibrary;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.debug.ModuleEventArgumentsReason;

/**
 * The program and its libraries. GDB tells of a library when it is mapped, with its addresses, and the helpers when its symbols are read, a moment
 * later; clients are told once, of both. Nothing is asked of GDB, so that a program that loads hundreds of libraries is not held up.
 */
public final class Modules {
    private final Events events;
    private final LoadedSources sources;
    /** By their paths, in the order in which they were loaded. */
    private final Map<String, LoadedModule> loaded = new LinkedHashMap<>();
    /** The libraries that are mapped, but whose symbols are not read yet; no client was told of them. */
    private final Map<String, LoadedModule> mapped = new LinkedHashMap<>();
    /** The path of a file by the name that it has where the program runs. */
    private final Map<String, String> paths = new HashMap<>();

    private int last;

    public Modules(Events events, LoadedSources sources) {
        this.events = events;
        this.sources = sources;
    }

    /** Another attempt of the client: what was loaded for the one before is gone with its GDB. */
    public void clear() {
        List.copyOf(loaded.values()).forEach(this::remove);
        mapped.clear();
        paths.clear();
        sources.clear();
    }

    /** MI: {@code =library-loaded}. */
    public void loaded(MiLibrary library) {
        String path = library.hostName();
        paths.put(library.targetName(), path);
        paths.put(withoutLinks(path), path); // as Linux names what is mapped
        if (!loaded.containsKey(path)) {
            mapped.put(path, new LoadedModule(++last, path, library.ranges(), null));
        }
    }

    private static String withoutLinks(String path) {
        try {
            return Path.of(path).toRealPath().toString();
        } catch (IOException | InvalidPathException elsewhere) {
            return path;
        }
    }

    /** MI: {@code =library-unloaded}. */
    public void unloaded(MiLibrary library) {
        if (!library.stillInUse()) {
            mapped.remove(library.hostName());
            Optional.ofNullable(loaded.get(library.hostName())).ifPresent(this::remove);
        }
    }

    /** The symbols of a file were read. */
    public void read(ObjectFile file) {
        String path = paths.getOrDefault(file.file(), file.file());
        if (file.program()) {
            replaceProgram(path);
        }
        LoadedModule known = loaded.get(path);
        LoadedModule before = known != null ? known : mapped.remove(path);
        LoadedModule module = (before != null ? before : new LoadedModule(++last, path, List.of(), null)).with(file);
        tell(known == null ? ModuleEventArgumentsReason.NEW : ModuleEventArgumentsReason.CHANGED, module);
    }

    /** Removes the former program of a process that has executed another file. */
    private void replaceProgram(String path) {
        loaded.values().stream()
                .filter(module -> module.isProgram() && !module.path().equals(path))
                .findFirst()
                .ifPresent(this::remove);
    }

    /** The program stands: tells of the libraries whose symbols GDB has not read by now, as their file is missing or automatic reading is off. */
    public void settled() {
        List.copyOf(mapped.values()).forEach(module -> tell(ModuleEventArgumentsReason.NEW, module));
        mapped.clear();
    }

    /** The program stands, and the client was told so: tells which sources came and went with them, if the client has asked for these. */
    public void tellSources() {
        sources.settled();
    }

    private void tell(ModuleEventArgumentsReason reason, LoadedModule module) {
        loaded.put(module.path(), module);
        sources.symbolsChanged();
        events.module(reason, module.shown());
    }

    private void remove(LoadedModule module) {
        loaded.remove(module.path());
        sources.symbolsChanged();
        events.module(ModuleEventArgumentsReason.REMOVED, module.shown());
    }

    /** DAP's id of the module whose file has that path; null when the client was told of none. */
    public Integer idOf(String path) {
        LoadedModule module = path == null ? null : loaded.get(paths.getOrDefault(path, path));
        return module == null ? null : module.id();
    }

    /** All of them, the program first as GDB reads it before its libraries. */
    List<LoadedModule> all() {
        List<LoadedModule> all = new ArrayList<>(loaded.values());
        all.addAll(mapped.values());
        return all;
    }
}
