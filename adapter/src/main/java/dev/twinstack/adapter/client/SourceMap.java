package dev.twinstack.adapter.client;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Prefixes of paths that differ between the debuggee (as compiled, or as it runs) and the client's machine; the longest one wins. */
public final class SourceMap {
    private List<Entry> entries = List.of();
    private Path workingDirectory = Path.of("");

    /** Paths below {@code debuggee} in the program are below {@code client} for the client; {@code forBreakpoints}: also on the way back, when it sets breakpoints. */
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
        return mapped(entries, path, Entry::debuggee, Entry::client);
    }

    /** The path by which the debuggee knows a file of the client. */
    public String toDebuggee(String path) {
        List<Entry> used = entries.stream().filter(Entry::forBreakpoints).toList();
        return mapped(used, path, Entry::client, Entry::debuggee);
    }

    /** By the entry with the longest prefix. */
    private static String mapped(
            List<Entry> entries, String path, Function<Entry, String> from, Function<Entry, String> to) {
        String mapped = path;
        int longest = -1;
        for (Entry entry : entries) {
            String prefix = from.apply(entry);
            if (prefix.length() > longest && isBelow(path, prefix)) {
                longest = prefix.length();
                mapped = to.apply(entry) + path.substring(longest);
            }
        }
        return mapped;
    }

    private static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
