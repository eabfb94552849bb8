package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Where a command prints its reports, and its sentences about what failed; {@code coloured}: whether the first one is a terminal. */
record Streams(PrintStream out, PrintStream error, boolean coloured) {
    private static final int FAILED = 1;

    /** Delivers each report once it is made, and says why if one cannot be. Returns the exit status: 1 if one is missing. */
    int deliver(List<? extends Future<CrashReport>> reports, ReportOptions options) throws InterruptedException {
        Delivery delivery = new Delivery(options, out, coloured);
        int status = 0;
        for (Future<CrashReport> report : reports) {
            try {
                delivery.deliver(made(report));
            } catch (UserError refused) {
                tell(refused.getMessage());
                status = FAILED;
            }
        }
        return status;
    }

    private static CrashReport made(Future<CrashReport> report) throws InterruptedException {
        try {
            return report.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UserError refused) {
                throw refused;
            }
            throw new IllegalStateException("A report could not be made", failed.getCause());
        }
    }

    void tell(String sentence) {
        error.println("twinstack: " + sentence);
    }
}
