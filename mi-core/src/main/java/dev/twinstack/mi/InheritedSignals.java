package dev.twinstack.mi;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Java blocks SIGQUIT in its threads, as it has a use of its own for it, and every process that it starts inherits that: GDB, and the program that GDB
 * starts, which could not be ended by Ctrl-\ then. The {@code env} of GNU coreutils 8.31 takes it back; where none does, the signal stays blocked.
 */
public final class InheritedSignals {
    private static final List<String> UNBLOCKING = List.of("env", "--default-signal=QUIT");
    /** The option's name in the program of GNU, which need not be tried: that would take a start 10 ms. */
    private static final String OPTION_OF_GNU = "\0default-signal\0";
    /** Prints the signals that the process has blocked (proc_pid_status(5)), a bit for each. */
    private static final List<String> BLOCKED = List.of("sed", "-n", "s/^SigBlk:\t//p", "/proc/self/status");

    private static final long SIGQUIT = 1 << 2;
    private static final long PATIENCE_SECONDS = 2;

    private InheritedSignals() {}

    /** A command that starts the program of {@code command} in the same process, without the block if that is possible. */
    public static List<String> unblocked(List<String> command) {
        String program = command.get(0);
        if (isAssignment(program) || file(program) == null || !Known.IS_POSSIBLE) {
            return command;
        }
        List<String> unblocked = new ArrayList<>(UNBLOCKING);
        unblocked.addAll(command);
        return unblocked;
    }

    /** What {@code env} takes for a variable to set is left as it is. */
    private static boolean isAssignment(String program) {
        return program.contains("=");
    }

    /** The file of a program; null where there is none that can be executed, which is left to Java, as it says why. */
    private static Path file(String program) {
        if (program.contains("/")) {
            Path path = Path.of(program);
            return Files.isExecutable(path) ? path : null;
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path path = Path.of(folder, program);
            if (Files.isExecutable(path)) {
                return path;
            }
        }
        return null;
    }

    private static final class Known {
        private static final boolean IS_POSSIBLE = isPossible();
    }

    private static boolean isPossible() {
        Path env = file(UNBLOCKING.get(0));
        return env != null && unblocks(env);
    }

    /** Whether an {@code env} takes the block back. */
    static boolean unblocks(Path env) {
        try {
            return Files.readString(env, StandardCharsets.ISO_8859_1).contains(OPTION_OF_GNU) || unblocksWhenTried(env);
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean unblocksWhenTried(Path env) throws IOException, InterruptedException {
        List<String> trial = new ArrayList<>(UNBLOCKING);
        trial.set(0, env.toString());
        trial.addAll(BLOCKED);
        Process process = new ProcessBuilder(trial)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return false;
            }
            String blocked = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).trim();
            return blocked.matches("[0-9a-f]{16}") && (Long.parseUnsignedLong(blocked, 16) & SIGQUIT) == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
