package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.run.Reporting;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Java's part of {@code twinstack run}: the options, and the reports, which go to standard error. The supervisor ({@code python-helpers/twinstack_run}), which
 * {@code bin/twinstack} starts, runs the program and has this process as its child.
 */
final class RunCommand implements Command {
    private static final int ERROR = 2;

    /** {@code streams.out()} leads to the supervisor. */
    @Override
    public int run(List<String> given, Streams streams) {
        int end = given.indexOf("--");
        if (end < 0 || end == given.size() - 1) {
            String lacking = end < 0 && !given.isEmpty() ? "'--' before its command" : "its command";
            throw new UserError(
                    "'run' lacks " + lacking + "; write 'twinstack run [OPTIONS] -- COMMAND [ARGUMENT]...'.");
        }
        Arguments arguments =
                ReportOptions.parse(given.subList(0, end), Set.of("--follow"), TargetOptions.names("--timeout"));
        if (!arguments.operands().isEmpty()) {
            throw new UserError(
                    "'" + arguments.operands().get(0) + "' is no option of 'run'; write '--' before the command.");
        }
        ReportOptions options = ReportOptions.of(arguments, "text");
        Delivery delivery = new Delivery(options, streams.error(), Terminal.hasColours(ERROR));
        Duration limit = arguments.value("--timeout").map(RunCommand::seconds).orElse(null);
        new Reporting(
                        new Reporting.Options(
                                limit,
                                arguments.has("--follow"),
                                options.locals(),
                                TargetOptions.attributes(arguments)),
                        streams.out(),
                        delivery::of)
                .serve(System.in);
        return 0;
    }

    private static Duration seconds(String text) {
        if (!text.matches("[0-9]{1,8}([.][0-9]{1,3})?") || Double.parseDouble(text) == 0) {
            throw new UserError(
                    "The value of '--timeout' must be a number of seconds above 0, but it is '" + text + "'.");
        }
        return Duration.ofMillis(Math.round(1000 * Double.parseDouble(text)));
    }
}
