package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.lsp4j.debug.SourceResponse;

/**
 * Source files inside zip archives, from which Python imports as from directories ({@code zipimport}): no path leads a client to them, so
 * that it asks for their text by a number.
 */
final class ArchivedSources {
    private static final int LARGEST = 8 << 20;
    private static final int NONE = 0;

    private final List<Member> members = new ArrayList<>();
    private final Map<Path, Integer> references = new HashMap<>();

    private record Member(Path archive, String entry) {}

    /** DAP: Source.sourceReference of a path such as {@code /lib/modules.zip/module.py}; 0 when no archive holds it. */
    int referenceTo(Path path) {
        return references.computeIfAbsent(path, this::found);
    }

    /** DAP: source. */
    SourceResponse source(int reference) {
        if (reference < 1 || reference > members.size()) {
            throw new UserError("There is no source with the number " + reference + "; open it from the stack again.");
        }
        Member member = members.get(reference - 1);
        try {
            SourceResponse response = new SourceResponse();
            response.setContent(text(member));
            return response;
        } catch (IOException unreadable) {
            throw new UserError("The file " + member.entry + " in " + member.archive + " cannot be read: "
                    + unreadable.getMessage() + ".");
        }
    }

    /** The text of a path such as {@code /lib/modules.zip/module.py}; empty when no archive holds it. */
    Optional<String> text(Path path) throws IOException {
        int reference = referenceTo(path);
        return reference == NONE ? Optional.empty() : Optional.of(text(members.get(reference - 1)));
    }

    /** Looks again for what no archive held. */
    void forgetMissing() {
        references.values().removeIf(reference -> reference == NONE);
    }

    private int found(Path path) {
        Path archive = path.getParent();
        while (archive != null && !Files.exists(archive)) {
            archive = archive.getParent();
        }
        if (archive == null || !Files.isRegularFile(archive)) {
            return NONE;
        }
        Member member = new Member(archive, archive.relativize(path).toString());
        return isThere(member) && members.add(member) ? members.size() : NONE;
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
