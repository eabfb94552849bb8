package dev.twinstack.adapter.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Linux tells of a process in {@code /proc/PID/status} (proc(5)), as far as it decides who may attach to it.
 *
 * @param name the command's name, at most 15 bytes of it
 * @param state {@code R}, {@code S}, {@code D}, {@code T} (stopped), {@code t} (stopped by its tracer), {@code Z} (zombie), {@code X}
 * @param process the process that a thread belongs to; for a process its own number
 * @param tracer the process that debugs it, or 0
 * @param users its real, effective, saved and file-system user
 * @param groups the same of its groups
 * @param effective its capabilities in use, a bit for each (capabilities(7))
 * @param permitted the capabilities that it may take into use
 * @param filtered whether a seccomp filter stands between it and the kernel
 * @param kernel whether it is a thread of the kernel
 * @param owner the user to whom its files in {@code /proc} belong: root where it may not be dumped (PR_SET_DUMPABLE in prctl(2))
 */
record ProcessStatus(
        long pid,
        String name,
        char state,
        long process,
        long parent,
        long tracer,
        Set<Long> users,
        Set<Long> groups,
        long effective,
        long permitted,
        boolean filtered,
        boolean kernel,
        long owner) {

    /** The status of a process of this machine or container; empty when there is none of that number. */
    static Optional<ProcessStatus> read(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            Map<String, String> fields = fields(Files.readAllLines(status));
            return Optional.of(of(pid, fields, ((Number) Files.getAttribute(status, "unix:uid")).longValue()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(List<String> lines) {
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, Math.max(0, colon)),
                    line.substring(colon + 1).strip());
        }
        return fields;
    }

    private static ProcessStatus of(long pid, Map<String, String> fields, long owner) {
        char state = fields.get("State").charAt(0);
        return new ProcessStatus(
                pid,
                fields.get("Name"),
                state,
                Long.parseLong(fields.get("Tgid")),
                Long.parseLong(fields.get("PPid")),
                Long.parseLong(fields.get("TracerPid")),
                numbers(fields.get("Uid")),
                numbers(fields.get("Gid")),
                Long.parseUnsignedLong(fields.get("CapEff"), 16),
                Long.parseUnsignedLong(fields.get("CapPrm"), 16),
                fields.getOrDefault("Seccomp", "0").equals("2"),
                !fields.containsKey("VmSize") && !isEnded(state),
                owner);
    }

    private static Set<Long> numbers(String text) {
        Set<Long> numbers = new HashSet<>();
        for (String number : text.split("\\s+")) {
            numbers.add(Long.parseLong(number));
        }
        return numbers;
    }

    boolean isEnded() {
        return isEnded(state);
    }

    private static boolean isEnded(char state) {
        return state == 'Z' || state == 'X';
    }

    /** Whether it is stopped by a signal, as a shell's ^Z stops it. */
    boolean isStopped() {
        return state == 'T';
    }

    /** How a sentence calls it. */
    @Override
    public String toString() {
        return "process " + pid + " (" + name + ")";
    }
}
