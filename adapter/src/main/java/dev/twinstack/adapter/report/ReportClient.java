package dev.twinstack.adapter.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;

/** The client of a report's session: takes what the server tells unasked, on the reader thread. */
final class ReportClient implements IDebugProtocolClient {
    final CompletableFuture<Void> initialized = new CompletableFuture<>();
    /** The stops that were told; an empty element stands for the end of the session. */
    private final BlockingQueue<Optional<StoppedEventArguments>> stops = new LinkedBlockingQueue<>();

    private final List<String> console = new CopyOnWriteArrayList<>();

    @Override
    public void initialized() {
        initialized.complete(null);
    }

    @Override
    public void stopped(StoppedEventArguments stop) {
        stops.add(Optional.of(stop));
    }

    @Override
    public void terminated(TerminatedEventArguments end) {
        stops.add(Optional.empty());
    }

    @Override
    public void output(OutputEventArguments output) {
        if (!OutputEventArgumentsCategory.STDOUT.equals(output.getCategory())
                && !OutputEventArgumentsCategory.STDERR.equals(output.getCategory())) {
            console.add(output.getOutput());
        }
    }

    /** The next stop; empty where the session has ended, or none comes in that time. */
    Optional<StoppedEventArguments> nextStop(Duration patience) throws InterruptedException {
        Optional<StoppedEventArguments> stop = stops.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return stop == null ? Optional.empty() : stop;
    }

    List<String> console() {
        return List.copyOf(console);
    }
}
