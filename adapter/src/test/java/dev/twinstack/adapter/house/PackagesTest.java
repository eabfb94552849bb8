package dev.twinstack.adapter.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No package of the adapter depends on one that depends on it. */
class PackagesTest {
    private static final Path SOURCES = Repository.ROOT.resolve("adapter/src/main/java/dev/twinstack/adapter");
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?dev\\.twinstack\\.adapter\\.([a-z]+)\\.");

    @Test
    void packagesDependOnEachOtherInOneDirection() throws IOException {
        Map<String, Set<String>> left = dependencies();
        assertThat(left).containsKeys("server", "dap");
        for (Set<String> free = withoutAny(left); !free.isEmpty(); free = withoutAny(left)) {
            left.keySet().removeAll(free);
            left.values().forEach(needed -> needed.retainAll(left.keySet()));
        }
        assertThat(left).as("packages that depend on each other in a circle").isEmpty();
    }

    private static Set<String> withoutAny(Map<String, Set<String>> dependencies) {
        return dependencies.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> dependencies() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path folder : list(SOURCES)) {
            if (Files.isDirectory(folder)) {
                String name = folder.getFileName().toString();
                Set<String> needed = list(folder).stream()
                        .flatMap(PackagesTest::imported)
                        .filter(other -> !other.equals(name))
                        .collect(Collectors.toCollection(TreeSet::new));
                found.put(name, needed);
            }
        }
        return found;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static Stream<String> imported(Path source) {
        try {
            return IMPORT.matcher(Files.readString(source)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
