package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of a process in {@code /proc/PID/status}. */
public record ProcessStatus(long pid) {
    /** A field, such as {@code State}. */
    public String field(String name) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's status could not be read.", e);
        }
    }

    /** Whether it does not stand for a debugger. */
    public boolean runs() {
        return !field("State").startsWith("t");
    }
}
