package dev.twinstack.adapter.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The text of the program's files: which lines a function has, and what stands in a line. */
final class Sources {
    private static final Pattern MARK = Pattern.compile("(#|/\\*) @([\\w-]+)");
    private final Map<Path, List<String>> files = new ConcurrentHashMap<>();

    /** A line, counted from 1; empty where there is none. */
    String line(Path file, int line) {
        List<String> lines = lines(file);
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    /** The marks of a file, as {@code file@mark}. */
    List<String> marks(Path file) {
        return lines(file).stream()
                .flatMap(line -> MARK.matcher(line).results())
                .map(found -> file.getFileName() + "@" + found.group(2))
                .toList();
    }

    /** Whether the line is one of the function's, by its name without those of the classes and functions around it. */
    boolean has(Path file, String function, int line) {
        if (function.equals("<module>")) {
            return !line(file, line).isBlank() && !line(file, line).startsWith(" ");
        }
        if (function.equals("<genexpr>") || function.equals("<listcomp>")) {
            return line(file, line).contains(" for ");
        }
        Pattern head = Pattern.compile("(def |static [\\w ]+\\*?)" + Pattern.quote(function) + "\\(");
        List<String> lines = lines(file);
        int first = IntStream.range(0, lines.size())
                .filter(i -> head.matcher(lines.get(i)).find() && !lines.get(i).endsWith(";"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no function " + function + " in " + file + "."));
        return line > first && line <= end(lines, first) || isDecorator(lines, first, line);
    }

    private static boolean isDecorator(List<String> lines, int first, int line) {
        return line == first && lines.get(first - 1).strip().startsWith("@");
    }

    /** The last line of a function, which is indented more than its first, but for C's braces. */
    private static int end(List<String> lines, int first) {
        int indent = indent(lines.get(first));
        for (int i = first + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.equals("{") && indent(line) <= indent) {
                return line.equals("}") ? i + 1 : i;
            }
        }
        return lines.size();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private List<String> lines(Path file) {
        return files.computeIfAbsent(file, Sources::read);
    }

    private static List<String> read(Path file) {
        try {
            return new ArrayList<>(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read.", e);
        }
    }
}
