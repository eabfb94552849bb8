package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.run.Reporting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * {@code twinstack run}, as far as Java is concerned: its options, and the reports. The command itself is started by {@code bin/twinstack} through
 * {@code python-helpers/twinstack_run}, whose child this is.
 */
public final class RunCommand {
    private static final int USAGE_ERROR = 2;

    private RunCommand() {}

    /** The exit status; {@code supervisor}: where it listens. */
    public static int run(List<String> given, InputStream requests, PrintStream supervisor) throws IOException {
        try {
            Reporting.Wishes wishes = wishes(given);
            Path output = output(given);
            new Reporting(wishes, supervisor, report -> write(report, output))
                    .serve(new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8)));
            return 0;
        } catch (UserError refused) {
            System.err.println("twinstack: " + refused.getMessage());
            return USAGE_ERROR;
        }
    }

    private static Reporting.Wishes wishes(List<String> given) {
        int end = given.indexOf("--");
        if (end < 0 || end == given.size() - 1) {
            throw new UserError("'run' lacks its command: write 'twinstack run [OPTIONS] -- COMMAND [ARGUMENT]...'.");
        }
        Arguments arguments = Arguments.parse(
                given.subList(0, end), Set.of("--follow", "--no-locals"), Set.of("--timeout", "--output", "--format"));
        if (!arguments.operands().isEmpty()) {
            throw new UserError(
                    "'" + arguments.operands().get(0) + "' is no option of 'run'; write '--' before the command.");
        }
        return new Reporting.Wishes(
                arguments.value("--timeout").map(RunCommand::seconds).orElse(null),
                arguments.has("--follow"),
                !arguments.has("--no-locals"));
    }

    private static Duration seconds(String text) {
        if (!text.matches("[0-9]{1,8}([.][0-9]{1,3})?") || Double.parseDouble(text) == 0) {
            throw new UserError(
                    "The value of '--timeout' must be a number of seconds above 0, but it is '" + text + "'.");
        }
        return Duration.ofMillis(Math.round(1000 * Double.parseDouble(text)));
    }

    private static Path output(List<String> given) {
        int at = given.indexOf("--output");
        return at < 0 ? null : Path.of(given.get(at + 1));
    }

    private static void write(CrashReport report, Path output) {
        String text = new Json().render(report);
        try {
            if (output == null) {
                System.err.print(text);
            } else {
                Files.writeString(output.resolve("crash-" + report.process().pid() + ".json"), text);
            }
        } catch (IOException failure) {
            throw new UserError("The report could not be written: " + UserError.reason(failure) + ".", failure);
        }
    }
}
