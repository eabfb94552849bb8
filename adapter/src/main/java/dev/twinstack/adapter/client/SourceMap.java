package dev.twinstack.adapter.client;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prefixes of paths that differ between the debuggee (as compiled, or as it runs) and the client's machine; the longest one wins. */
public final class SourceMap {
    private List<Entry> entries = List.of();
    private Path workingDirectory = Path.of("");

    /** Paths below {@code debuggee} there are below {@code client} here, {@code forBreakpoints} also where the client sets them. */
    public record Entry(String debuggee, String client, boolean forBreakpoints) {
        public Entry(String debuggee, String client) {
            this(debuggee, client, true);
        }

        public Entry {
            debuggee = withoutSlash(debuggee);
            client = withoutSlash(client);
        }

        /** So that {@code /} is the empty prefix of every absolute path. */
        private static String withoutSlash(String path) {
            return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }
    }

    /** Takes the map and the working directory of the launch request. */
    public void use(List<Entry> wanted, Path directory) {
        entries = wanted;
        workingDirectory = directory;
    }

    /** Where relative paths of the debuggee begin. */
    public Path workingDirectory() {
        return workingDirectory;
    }

    /** The path by which the client knows a file of the debuggee. */
    public String toClient(String path) {
        return mapped(entries.stream(), path, Entry::debuggee, Entry::client);
    }

    /** The path by which the debuggee knows a file of the client. */
    public String toDebuggee(String path) {
        return mapped(entries.stream().filter(Entry::forBreakpoints), path, Entry::client, Entry::debuggee);
    }

    private static String mapped(
            Stream<Entry> entries, String path, Function<Entry, String> from, Function<Entry, String> to) {
        return entries.filter(entry -> isBelow(path, from.apply(entry)))
                .max(Comparator.comparingInt(entry -> from.apply(entry).length()))
                .map(entry -> to.apply(entry) + path.substring(from.apply(entry).length()))
                .orElse(path);
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
