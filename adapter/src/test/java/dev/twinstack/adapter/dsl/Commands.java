package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Runs the tools that the tests need: compilers, strip, Python. */
public final class Commands {
    private Commands() {}

    /** Runs a command to its end and gives what it printed; a status other than 0 is an error. */
    static String run(Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(command + " could not be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command + ".", e);
        }
    }

    static String run(Map<String, String> environment, String... command) {
        return run(environment, List.of(command));
    }

    public static String run(String... command) {
        return run(Map.of(), command);
    }
}
