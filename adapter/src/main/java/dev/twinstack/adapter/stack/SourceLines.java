package dev.twinstack.adapter.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Columns in the client's unit. CPython counts UTF-8 bytes ({@code co_positions}), DAP counts UTF-16 code units; only the text of the line
 * tells one from the other. A file that cannot be read is taken as ASCII.
 */
final class SourceLines {
    private static final int FILES = 32;
    private static final long LARGEST_FILE = 8L << 20;

    private final ArchivedSources archived;
    private final Map<Path, List<String>> texts = new LinkedHashMap<>(FILES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, List<String>> eldest) {
            return size() > FILES;
        }
    };

    SourceLines(ArchivedSources archived) {
        this.archived = archived;
    }

    /** The UTF-16 column, from 0, of a UTF-8 byte offset in a line counted from 1. */
    int utf16Column(Path file, int line, int byteOffset) {
        List<String> lines = lines(file);
        return line < 1 || line > lines.size() ? byteOffset : utf16Column(lines.get(line - 1), byteOffset);
    }

    /**
     * The line, from 1, of the statement that defines a name ({@code keyword}: {@code def} or {@code class}), the nearest to the line {@code near} and, for a
     * {@code def}, not before it; {@code near} itself when the file has no such statement.
     */
    int definition(Path file, int near, String keyword, String name) {
        Pattern statement = Pattern.compile("\\s*(async\\s+)?" + keyword + "\\s+" + Pattern.quote(name) + "\\b.*");
        List<String> lines = lines(file);
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> keyword.equals("class") || line >= near)
                .filter(line -> statement.matcher(lines.get(line - 1)).matches())
                .boxed()
                .min(Comparator.comparingInt(line -> Math.abs(line - near)))
                .orElse(near);
    }

    static int utf16Column(String line, int byteOffset) {
        int bytes = 0;
        int column = 0;
        while (bytes < byteOffset && column < line.length()) {
            int character = line.codePointAt(column);
            bytes += utf8Length(character);
            column += Character.charCount(character);
        }
        return column;
    }

    private static int utf8Length(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    /** Forgets what was read. */
    void clear() {
        texts.clear();
    }

    private List<String> lines(Path file) {
        return texts.computeIfAbsent(file, unread -> {
            try {
                return text(unread).lines().toList();
            } catch (IOException unreadable) {
                return List.of();
            }
        });
    }

    private String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return archived.text(file).orElse("");
        }
        return Files.size(file) > LARGEST_FILE ? "" : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
