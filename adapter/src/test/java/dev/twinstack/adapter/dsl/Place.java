package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A line of a source file; lines are counted from 1. */
public record Place(Path file, int line) {
    /** The line of {@code file} that carries the mark {@code @name} in a comment. */
    static Place marked(Path file, String name) {
        Pattern mark = Pattern.compile("(//|/\\*|#) .*@" + Pattern.quote(name) + "(\\s|$)");
        List<String> lines = linesOf(file);
        for (int i = 0; i < lines.size(); i++) {
            if (mark.matcher(lines.get(i)).find()) {
                return new Place(file, i + 1);
            }
        }
        throw new IllegalArgumentException("No line of " + file + " is marked @" + name + ".");
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The program " + file + " could not be read.", e);
        }
    }

    @Override
    public String toString() {
        return file.getFileName() + ":" + line;
    }
}
