package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.format.Json;
import dev.twinstack.adapter.report.model.CrashReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;

/** {@code twinstack report FILE.json...}: renders reports again. */
final class RenderCommand implements Command {
    @Override
    public int run(List<String> given, Streams streams) throws InterruptedException {
        Arguments arguments = ReportOptions.parse(given, Set.of(), Set.of());
        if (arguments.operands().isEmpty()) {
            throw new UserError("No report is named; write the path of a JSON file behind 'twinstack report'.");
        }
        ReportOptions options = ReportOptions.of(arguments, "text");
        List<FutureTask<CrashReport>> reports = arguments.operands().stream()
                .map(file -> new FutureTask<>(() -> Json.read(Path.of(file))))
                .toList();
        reports.forEach(FutureTask::run);
        return streams.deliver(reports, options);
    }
}
