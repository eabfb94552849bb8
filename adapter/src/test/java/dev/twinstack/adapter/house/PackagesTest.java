package dev.twinstack.adapter.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No package of the adapter depends on one that depends on it, and each, as each of the helpers, is on the map in ARCHITECTURE.md. */
class PackagesTest {
    private static final Path SOURCES = Repository.ROOT.resolve("adapter/src/main/java/dev/twinstack/adapter");
    private static final Path HELPERS = Repository.ROOT.resolve("python-helpers/twinstack");
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?dev\\.twinstack\\.adapter\\.([a-z.]+)\\.[A-Z]");

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

    @Test
    void everyPackageIsOnTheMap() throws IOException {
        assertThat(dependencies().keySet().stream().filter(name -> !name.isEmpty()))
                .isNotEmpty()
                .allSatisfy(name -> assertOnTheMap(name.substring(name.lastIndexOf('.') + 1)));
    }

    @Test
    void everyPackageOfTheHelpersIsOnTheMap() throws IOException {
        try (Stream<Path> found = Files.list(HELPERS)) {
            assertThat(found.filter(each -> Files.exists(each.resolve("__init__.py"))))
                    .isNotEmpty()
                    .allSatisfy(each -> assertOnTheMap(each.getFileName().toString()));
        }
    }

    private static void assertOnTheMap(String name) throws IOException {
        String page = Files.readString(Repository.ROOT.resolve("ARCHITECTURE.md"));
        String map = page.substring(page.indexOf("## The map"), page.indexOf("## The threads"));
        assertThat(map).as("a row for the package %s", name).containsPattern("[`/]" + name + "`");
    }

    private static Set<String> withoutAny(Map<String, Set<String>> dependencies) {
        return dependencies.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** By their names below ours, such as {@code report.model}. */
    private static Map<String, Set<String>> dependencies() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            Map<String, Set<String>> found = new TreeMap<>();
            sources.filter(file -> file.toString().endsWith(".java")).forEach(source -> {
                String name = SOURCES.relativize(source.getParent()).toString().replace('/', '.');
                found.computeIfAbsent(name, none -> new TreeSet<>())
                        .addAll(imported(source)
                                .filter(other -> !other.equals(name))
                                .toList());
            });
            return found;
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
