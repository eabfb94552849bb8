package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.Snapshot;
import dev.twinstack.adapter.report.model.CrashReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code twinstack core FILE...}: a report of each core file, as many read at once as there are processors, told in the order of the files. */
final class CoreCommand implements Command {
    @Override
    public int run(List<String> given, Streams streams) throws InterruptedException {
        Arguments arguments = ReportOptions.parse(
                given, Set.of(), TargetOptions.names("--program", "--sysroot", "--solib-search-path"));
        List<String> cores = arguments.operands();
        if (cores.isEmpty()) {
            throw new UserError("No core file is named; write its path behind 'twinstack core'.");
        }
        ReportOptions options = ReportOptions.of(arguments, "text");
        Snapshot snapshot = new Snapshot(TargetOptions.attributes(arguments), options.locals());
        int atOnce = Math.min(Runtime.getRuntime().availableProcessors(), cores.size());
        ExecutorService readers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<CrashReport>> reports = new ArrayList<>();
            cores.forEach(core -> reports.add(readers.submit(() -> snapshot.ofCore(core))));
            return streams.deliver(reports, options);
        } finally {
            readers.shutdownNow();
        }
    }
}
