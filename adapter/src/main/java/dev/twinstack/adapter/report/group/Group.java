package dev.twinstack.adapter.report.group;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Crashes that look the same.
 *
 * @param signature empty for those without a frame
 * @param first when the first of them was seen; {@code last}: when the last was
 * @param frames of its first crash, as those of {@link Summary}
 * @param files in the order of their times
 */
public record Group(
        String signature, int count, String what, List<String> frames, String first, String last, List<Path> files) {
    /** The largest group first. */
    static List<Group> of(List<Summary> crashes) {
        Map<String, List<Summary>> bySignature = crashes.stream().collect(Collectors.groupingBy(Summary::signature));
        return bySignature.values().stream()
                .map(Group::ofSame)
                .sorted(Comparator.comparing(Group::count).reversed().thenComparing(Group::signature))
                .toList();
    }

    private static Group ofSame(List<Summary> same) {
        List<Summary> inTime = same.stream()
                .sorted(Comparator.comparing(Summary::time).thenComparing(Summary::file))
                .toList();
        Summary first = inTime.get(0);
        return new Group(
                first.signature(),
                inTime.size(),
                first.what(),
                first.frames(),
                first.time(),
                inTime.get(inTime.size() - 1).time(),
                inTime.stream().map(Summary::file).toList());
    }
}
