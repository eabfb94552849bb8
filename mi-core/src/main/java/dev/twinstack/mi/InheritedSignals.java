package dev.twinstack.mi;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Java blocks SIGQUIT in its threads, as it has a use of its own for it, and every process that it starts inherits that: GDB, and the program that GDB
 * starts, which could not be ended by Ctrl-\ then. The {@code env} of GNU coreutils 8.31 takes it back; where there is none, the signal stays blocked.
 */
public final class InheritedSignals {
    private static final List<String> UNBLOCKING = List.of("env", "--default-signal=QUIT");
    private static final int SECONDS = 5;

    private InheritedSignals() {}

    /** A command that starts the program of {@code command} in the same process, without the block if that is possible. */
    public static List<String> unblocked(List<String> command) {
        String program = command.get(0);
        if (isAssignment(program) || !isExecutable(program) || !Known.IS_POSSIBLE) {
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

    /** What cannot be executed is left to Java, which says why. */
    private static boolean isExecutable(String program) {
        return program.contains("/")
                ? Files.isExecutable(Path.of(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, program))
                        .anyMatch(Files::isExecutable);
    }

    private static final class Known {
        private static final boolean IS_POSSIBLE = isPossible();

        private static boolean isPossible() {
            try {
                Process tried = new ProcessBuilder(Stream.concat(UNBLOCKING.stream(), Stream.of("true"))
                                .toList())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return tried.waitFor(SECONDS, TimeUnit.SECONDS) && tried.exitValue() == 0;
            } catch (IOException missing) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
