package dev.twinstack.adapter.attach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for a process that starts from now on. Its name is what {@code ps} shows (the first 15 bytes of it), the file name of its first argument, or that of the
 * Python script or module that it runs; a name with a slash is compared with whole paths. A forked process has its parent's name until it executes another program,
 * so every new process is looked at again each time.
 */
public final class NewProcess {
    private static final Path PROC = Path.of("/proc");
    private static final int LONGEST_COMMAND = 15;
    /** Options of Python that take the next argument (python(1)). */
    private static final Set<String> WITH_VALUE = Set.of("-X", "-W", "--check-hash-based-pycs");

    private final String name;
    private final Set<Long> known;

    public NewProcess(String name) {
        this.name = name;
        known = new HashSet<>(processes());
    }

    /** The new process of that name, if there is one now; to be asked again and again. */
    public OptionalLong find() {
        Set<Long> now = processes();
        known.retainAll(now); // a number may be given again
        return now.stream()
                .filter(pid -> !known.contains(pid) && isNamed(pid))
                .mapToLong(Long::longValue)
                .min();
    }

    /** The processes of that name that ran before, and are not waited for. */
    public List<Long> running() {
        return known.stream().filter(this::isNamed).sorted().toList();
    }

    private static Set<Long> processes() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(entry -> Character.isDigit(entry.charAt(0)))
                    .map(Long::valueOf)
                    .collect(Collectors.toSet());
        } catch (IOException | DirectoryIteratorException failure) {
            throw new UncheckedIOException(new IOException("/proc cannot be read", failure));
        }
    }

    private boolean isNamed(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        try {
            List<String> command = List.of(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0"));
            String comm = Files.readString(process.resolve("comm"), StandardCharsets.ISO_8859_1)
                    .strip();
            return name.contains("/") ? isAt(process, command) : isNamed(name, comm, command);
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean isAt(Path process, List<String> command) throws IOException {
        Path exe = Files.readSymbolicLink(process.resolve("exe"));
        return isAt(name, exe, Files.readSymbolicLink(process.resolve("cwd")), command);
    }

    /** Whether a process with that executable, working directory and arguments goes by a path. */
    static boolean isAt(String path, Path exe, Path cwd, List<String> command) {
        boolean isPython = fileName(command.get(0)).startsWith("python");
        return Stream.of(exe.toString(), command.get(0), isPython ? runs(command) : "")
                .filter(candidate -> candidate.contains("/") || isPython && candidate.endsWith(".py"))
                .anyMatch(candidate -> cwd.resolve(candidate).normalize().equals(Path.of(path)));
    }

    /** Whether a process with that {@code comm} and those arguments goes by a name. */
    static boolean isNamed(String name, String comm, List<String> command) {
        String first = fileName(command.get(0));
        return comm.equals(name)
                || name.length() > LONGEST_COMMAND && comm.equals(name.substring(0, LONGEST_COMMAND))
                || first.equals(name)
                || first.startsWith("python") && fileName(runs(command)).equals(name);
    }

    /** What a Python interpreter was told to run: its script, or the module behind {@code -m}. */
    private static String runs(List<String> command) {
        int at = 1;
        while (at < command.size() && command.get(at).startsWith("-")) {
            at += WITH_VALUE.contains(command.get(at)) ? 2 : 1;
        }
        return at < command.size() ? command.get(at) : "";
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
