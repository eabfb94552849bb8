package dev.twinstack.adapter.report;

import dev.twinstack.adapter.report.model.ProcessInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Linux tells of a process that lives (proc(5)). */
public final class LiveProcess {
    private LiveProcess() {}

    /** Its command and its environment, as far as they can be read. */
    public static ProcessInfo info(long pid) {
        return new ProcessInfo(pid, words(pid, "cmdline"), null, environment(pid), null, null);
    }

    /** Whether a process has a file open that it has not inherited: its parent does not have it open. */
    public static boolean hasOpened(long pid, Path file) {
        return has(pid, file)
                && ProcessHandle.of(pid)
                        .flatMap(ProcessHandle::parent)
                        .filter(parent -> has(parent.pid(), file))
                        .isEmpty();
    }

    private static boolean has(long pid, Path file) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(each -> isSame(each, file));
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
    }

    private static boolean isSame(Path open, Path file) {
        try {
            return Files.isSameFile(open, file);
        } catch (IOException closed) {
            return false;
        }
    }

    private static Map<String, String> environment(long pid) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String each : words(pid, "environ")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                variables.put(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        return variables.isEmpty() ? null : variables;
    }

    private static List<String> words(long pid, String file) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
            return words.length == 0 ? List.of() : List.of(new String(words, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
