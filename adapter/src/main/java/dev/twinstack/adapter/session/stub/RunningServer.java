package dev.twinstack.adapter.session.stub;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.StubServer;
import dev.twinstack.adapter.output.ServerOutput;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/** One server of GDB's remote protocol, from its start to its end. What it and its program print is sent as {@code output} events. */
final class RunningServer {
    /** How many characters are kept of what a server prints before it listens. */
    private static final int KEPT = 1 << 16;

    /** A server that prints nothing for so long after its program has ended has passed on what that wrote, wherever it ran. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** How long a byte takes at most, from when it has left its pipe, until it is sent. */
    private static final Duration IN_HAND = Duration.ofMillis(50);

    private static final int DRAIN_SECONDS = 10;

    private final SessionThread thread;
    private final Events events;
    private final StubServer wanted;
    private final ServerProcess process;
    private final StringBuilder said = new StringBuilder();
    private final CompletableFuture<String> listening = new CompletableFuture<>();
    private final CompletableFuture<Void> allRead;
    private long pieces;

    /** Whether the program prints where the server does, with nothing in between. */
    private boolean direct;

    /** Throws {@link UserError} when the server cannot be started. */
    RunningServer(SessionThread thread, Events events, StubServer wanted) {
        this.thread = thread;
        this.events = events;
        this.wanted = wanted;
        process = ServerProcess.start(wanted);
        allRead = CompletableFuture.allOf(
                new ServerOutput(thread, text -> heard(OutputEventArgumentsCategory.STDOUT, text))
                        .read(process.output()),
                new ServerOutput(thread, text -> heard(OutputEventArgumentsCategory.CONSOLE, text))
                        .read(process.errors()));
        process.onExit().thenAccept(status -> thread.post(() -> ended(status)));
        if (wanted.listens() == null) {
            thread.postLater(wanted.delay(), () -> listening.complete(""));
        } else {
            thread.postLater(wanted.patience(), () -> listening.completeExceptionally(silent()));
        }
    }

    /**
     * Completed on the session thread when the server listens, with the port that it has printed, or with an empty text; fails with a {@link UserError}.
     */
    CompletableFuture<String> listening() {
        return listening;
    }

    /** Its program is a process of that number, if it is one of this machine. */
    void runs(long pid) {
        direct = wanted.ends() && process.pipes().areOf(pid);
    }

    /** After its program has ended: completes on the session thread when all that the program wrote was sent, at the latest after {@value #DRAIN_SECONDS} seconds. */
    CompletableFuture<Void> drained() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        allRead.thenRun(() -> drained.complete(null));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS);
        awaitOutput(drained, deadline);
        return drained;
    }

    private void awaitOutput(CompletableFuture<Void> drained, long deadline) {
        if (direct && process.pipes().canBeTold()) {
            awaitEmpty(drained, deadline);
        } else {
            awaitQuiet(drained, pieces, deadline);
        }
    }

    private void awaitEmpty(CompletableFuture<Void> drained, long deadline) {
        boolean isEmpty = process.pipes().areEmpty() || System.nanoTime() > deadline;
        thread.postLater(IN_HAND, () -> {
            if (isEmpty) {
                drained.complete(null);
            } else if (!drained.isDone()) {
                awaitOutput(drained, deadline);
            }
        });
    }

    private void awaitQuiet(CompletableFuture<Void> drained, long before, long deadline) {
        thread.postLater(QUIET, () -> {
            if (pieces == before || System.nanoTime() > deadline) {
                drained.complete(null);
            } else if (!drained.isDone()) {
                awaitQuiet(drained, pieces, deadline);
            }
        });
    }

    /** Ends it, if it is to be ended with the session; {@code spared} as in {@link ServerProcess#end}. */
    void end(long spared) {
        if (wanted.ends()) {
            process.end(spared);
        }
    }

    private void heard(String category, String text) {
        pieces++;
        events.output(category, text);
        if (wanted.listens() == null || listening.isDone() || said.length() > KEPT) {
            return;
        }
        said.append(text);
        Matcher matcher = wanted.listens().matcher(said);
        if (matcher.find()) {
            String port = matcher.groupCount() == 0 ? "" : matcher.group(1);
            thread.postLater(wanted.delay(), () -> listening.complete(port));
        }
    }

    private void ended(int status) {
        listening.completeExceptionally(
                new UserError(
                        "The server " + wanted.name() + " ended with status " + status
                                + " before it listened; the debug console has what it said, and the launch configuration its arguments."));
    }

    private UserError silent() {
        return new UserError("The server " + wanted.name() + " has not said within "
                + wanted.patience().toMillis() + " ms that it listens ('" + wanted.listens()
                + "'); correct that pattern in the launch configuration, or give it more time.");
    }
}
