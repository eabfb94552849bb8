package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.Snapshot;
import dev.twinstack.adapter.report.model.CrashReport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;

/** {@code twinstack attach PID}: a report of a process that goes on. Where this is interrupted, GDB lets go of the process. */
final class AttachCommand implements Command {
    @Override
    public int run(List<String> given, Streams streams) throws InterruptedException {
        Arguments arguments = ReportOptions.parse(given, Set.of(), TargetOptions.names("--program"));
        if (arguments.operands().size() != 1 || !arguments.operands().get(0).matches("[0-9]{1,10}")) {
            throw new UserError("'attach' takes the number of one process; 'ps' tells those of your processes.");
        }
        ReportOptions options = ReportOptions.of(arguments, "text");
        Snapshot snapshot = new Snapshot(TargetOptions.attributes(arguments), options.locals());
        long pid = Long.parseLong(arguments.operands().get(0));
        FutureTask<CrashReport> report = new FutureTask<>(() -> snapshot.ofProcess(pid));
        report.run();
        return streams.deliver(List.of(report), options);
    }
}
