package dev.twinstack.adapter.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link in one of the project's documents leads to a file, and to a heading, that is there. */
class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)#?([^)\\s]*)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final List<String> FOLDERS =
            List.of("", "docs", "clients", "bench", "python-helpers", "test-programs", "vscode-extension");

    static Stream<Path> documents() throws IOException {
        List<Path> found = FOLDERS.stream()
                .flatMap(folder -> listed(Repository.ROOT.resolve(folder)))
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
        assertThat(found).hasSizeGreaterThan(FOLDERS.size());
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachLeadsSomewhere(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document)).results()).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
            assertThat(target.normalize()).exists();
            if (!link.group(2).isEmpty()) {
                assertThat(anchors(target)).contains(link.group(2));
            }
        });
    }

    /** What GitHub makes of the headings. */
    private static List<String> anchors(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    private static Stream<Path> listed(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
