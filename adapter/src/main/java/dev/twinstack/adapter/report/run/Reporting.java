package dev.twinstack.adapter.report.run;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reporter's side of the talk with the supervisor ({@code python-helpers/twinstack_run}), which is in lines. The reporter first says {@code ready SECONDS FOLLOW};
 * then it answers each {@code crash PID SIGNAL NUMBER CODE SENDER} or {@code hang PID} with {@code reported PID}, once nothing holds the process any more.
 */
public final class Reporting {
    private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);
    private static final String NONE = "-";

    private final Options options;
    private final LongFunction<Consumer<CrashReport>> written;
    private final PrintStream supervisor;
    private final ExecutorService several =
            Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));

    /**
     * The user's options.
     *
     * @param limit for how long the program may run, or null
     * @param follow whether its children are followed
     * @param withLocals whether variables are read
     * @param attributes what a session takes besides, by the names of launch.json
     */
    public record Options(Duration limit, boolean follow, boolean withLocals, Map<String, Object> attributes) {}

    /** {@code written}: where the report of a process goes; asked while the process stands. */
    public Reporting(Options options, PrintStream supervisor, LongFunction<Consumer<CrashReport>> written) {
        this.options = options;
        this.supervisor = supervisor;
        this.written = written;
    }

    /** Serves until the supervisor is gone. */
    public void serve(InputStream supervisor) {
        tell("ready " + (options.limit() == null ? NONE : options.limit().toMillis() / 1000.0) + " "
                + (options.follow() ? "follow" : NONE));
        new BufferedReader(new InputStreamReader(supervisor, StandardCharsets.US_ASCII))
                .lines()
                .map(Stopped::of)
                .forEach(stopped -> several.execute(() -> report(stopped)));
        several.shutdown();
    }

    private void report(Stopped stopped) {
        try {
            Consumer<CrashReport> delivery = written.apply(stopped.pid());
            read(stopped).ifPresent(delivery);
        } catch (UserError refused) {
            System.err.println("twinstack: " + refused.getMessage());
        } catch (RuntimeException defect) {
            LOG.error("The report of process {} failed", stopped.pid(), defect);
        } finally {
            tell("reported " + stopped.pid());
        }
    }

    private Optional<CrashReport> read(Stopped stopped) {
        try {
            return Optional.of(stopped.report(options));
        } catch (UserError refused) {
            System.err.println(
                    "twinstack: there is no report of process " + stopped.pid() + ": " + refused.getMessage());
            return Optional.empty();
        }
    }

    private synchronized void tell(String line) {
        supervisor.print(line + "\n");
        supervisor.flush();
    }
}
