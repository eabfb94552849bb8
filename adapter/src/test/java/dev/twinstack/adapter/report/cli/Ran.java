package dev.twinstack.adapter.report.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a subcommand has printed, and its exit status. */
record Ran(int status, String printed, String errors) {
    static Ran command(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try {
            int status = Commands.run(List.of(words), new Streams(stream(out), stream(errors), false));
            return new Ran(status, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted.", interrupted);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
