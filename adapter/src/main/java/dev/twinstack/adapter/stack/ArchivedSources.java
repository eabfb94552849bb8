package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Source files inside zip archives, from which Python imports as from directories ({@code zipimport}). No path leads a client to them, so it asks for
 * their text by a number.
 */
final class ArchivedSources {
    private static final int LARGEST = 8 << 20;
    private static final int NONE = 0;

    private final SourceReferences references;
    private final Map<Path, Integer> known = new HashMap<>();

    private record Member(Path archive, String entry) {}

    ArchivedSources(SourceReferences references) {
        this.references = references;
    }

    /** DAP: Source.sourceReference of a path such as {@code /lib/modules.zip/module.py}; 0 when no archive holds it. */
    int referenceTo(Path path) {
        return known.computeIfAbsent(
                path,
                unknown -> member(unknown)
                        .map(member -> references.to(() -> shown(member)))
                        .orElse(NONE));
    }

    private static String shown(Member member) {
        try {
            return text(member);
        } catch (IOException unreadable) {
            throw new UserError("The file " + member.entry + " in " + member.archive + " cannot be read: "
                    + unreadable.getMessage() + ".");
        }
    }

    /** The text of a path such as {@code /lib/modules.zip/module.py}; empty when no archive holds it. */
    Optional<String> text(Path path) throws IOException {
        Optional<Member> member = member(path);
        return member.isEmpty() ? Optional.empty() : Optional.of(text(member.get()));
    }

    /** Forgets which files no archive held, so that they are looked for again. */
    void forgetMissing() {
        known.values().removeIf(reference -> reference == NONE);
    }

    private static Optional<Member> member(Path path) {
        Path archive = path.getParent();
        while (archive != null && !Files.exists(archive)) {
            archive = archive.getParent();
        }
        if (archive == null || !Files.isRegularFile(archive)) {
            return Optional.empty();
        }
        Member member = new Member(archive, archive.relativize(path).toString());
        return isThere(member) ? Optional.of(member) : Optional.empty();
    }

    private static boolean isThere(Member member) {
        try (ZipFile archive = new ZipFile(member.archive.toFile())) {
            return archive.getEntry(member.entry) != null;
        } catch (IOException noArchive) {
            return false;
        }
    }

    private static String text(Member member) throws IOException {
        try (ZipFile archive = new ZipFile(member.archive.toFile())) {
            ZipEntry entry = archive.getEntry(member.entry);
            if (entry == null) {
                throw new IOException("the archive does not hold it any more");
            }
            return new String(archive.getInputStream(entry).readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }
}
