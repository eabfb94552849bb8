package dev.twinstack.adapter.report.run;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reporter's side of its talk with the supervisor ({@code python-helpers/twinstack_run}), in lines: {@code ready SECONDS FOLLOW} first, then for each
 * {@code crash PID SIGNAL CODE SENDER} or {@code hang PID} a {@code reported PID} once nothing holds the process any more.
 */
public final class Reporting {
    private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);
    private static final String NONE = "-";

    private final Wishes wishes;
    private final Consumer<CrashReport> written;
    private final PrintStream supervisor;
    private final ExecutorService several =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));

    /** What the user wants: for how long the program may run, or null; whether its children are followed; whether variables are read. */
    public record Wishes(Duration limit, boolean follow, boolean withLocals) {}

    /** {@code written}: where a report goes, one at a time. */
    public Reporting(Wishes wishes, PrintStream supervisor, Consumer<CrashReport> written) {
        this.wishes = wishes;
        this.supervisor = supervisor;
        this.written = written;
    }

    /** Serves until the supervisor is gone. */
    public void serve(BufferedReader requests) throws IOException {
        tell("ready " + (wishes.limit() == null ? NONE : wishes.limit().toMillis() / 1000.0) + " "
                + (wishes.follow() ? "follow" : NONE));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            Stopped stopped = Stopped.of(line);
            several.execute(() -> report(stopped));
        }
        several.shutdown();
    }

    private void report(Stopped stopped) {
        try {
            write(stopped.report(wishes.limit(), wishes.withLocals()));
        } catch (UserError refused) {
            System.err.println(
                    "twinstack: there is no report of process " + stopped.pid() + ": " + refused.getMessage());
        } catch (RuntimeException defect) {
            LOG.error("The report of process {} failed", stopped.pid(), defect);
        } finally {
            tell("reported " + stopped.pid());
        }
    }

    private synchronized void write(CrashReport report) {
        written.accept(report);
    }

    private synchronized void tell(String line) {
        supervisor.print(line + "\n");
        supervisor.flush();
    }
}
