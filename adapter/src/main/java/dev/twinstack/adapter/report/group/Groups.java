package dev.twinstack.adapter.report.group;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reports below a folder, grouped; {@code others} counts JSON files that are no reports. */
public record Groups(List<Group> groups, int others) {
    private static final int DEPTH = 32;

    /** Throws {@link UserError} where the folder cannot be read. */
    public static Groups below(Path folder) {
        try (Stream<Path> files = Files.find(folder, DEPTH, (file, facts) -> facts.isRegularFile() && isJson(file))) {
            List<Optional<Summary>> read =
                    files.toList().parallelStream().map(Summary::read).toList();
            List<Summary> reports = read.stream().flatMap(Optional::stream).toList();
            return new Groups(Group.of(reports), read.size() - reports.size());
        } catch (IOException failure) {
            throw new UserError(
                    "The reports in '" + folder + "' could not be read: " + UserError.reason(failure) + ".", failure);
        }
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().endsWith(".json");
    }

    /** How many reports there are. */
    public int reports() {
        return groups.stream().mapToInt(Group::count).sum();
    }
}
