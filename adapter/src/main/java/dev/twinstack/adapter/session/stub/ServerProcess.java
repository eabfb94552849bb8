package dev.twinstack.adapter.session.stub;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.LaunchScript;
import dev.twinstack.adapter.launch.StubServer;
import dev.twinstack.mi.Environment;
import dev.twinstack.mi.InheritedSignals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The process of a server that the session has started, with what that has started itself. */
final class ServerProcess {
    private static final int SECONDS_TO_END = 2;

    /** Passes on what a server prints that outlives the session, and reads on when nobody takes it any more. */
    private static final List<String> UNBREAKABLE = List.of("/bin/sh", "-c", "trap '' PIPE; exec tee /dev/null");

    private final Process server;
    private final InputStream output;
    private final InputStream errors;

    /** Ends it where the adapter is ended before the session. */
    private final Thread atExit;

    private ServerProcess(Process server, InputStream output, InputStream errors, boolean ends) {
        this.server = server;
        this.output = output;
        this.errors = errors;
        this.atExit = new Thread(() -> endAll(0), "server-at-exit");
        if (ends) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
    }

    /** Starts it. Throws {@link UserError}. */
    static ServerProcess start(StubServer wanted) {
        if (!Files.isDirectory(wanted.directory())) {
            throw new UserError("The server " + wanted.name() + " cannot be started in '" + wanted.directory()
                    + "', which is no folder; correct its 'cwd' in the launch configuration.");
        }
        try {
            return wanted.ends() ? started(builder(wanted)) : startedToStay(builder(wanted));
        } catch (IOException failure) {
            throw new UserError(
                    "The server " + wanted.name() + " cannot be started (" + failure.getMessage()
                            + "); install it, or correct its path in the launch configuration.",
                    failure);
        }
    }

    private static ServerProcess started(ProcessBuilder builder) throws IOException {
        Process server = builder.start();
        return new ServerProcess(server, server.getInputStream(), server.getErrorStream(), true);
    }

    private static ServerProcess startedToStay(ProcessBuilder builder) throws IOException {
        List<Process> both = ProcessBuilder.startPipeline(List.of(
                builder.redirectErrorStream(true),
                new ProcessBuilder(UNBREAKABLE).redirectError(ProcessBuilder.Redirect.DISCARD)));
        return new ServerProcess(
                both.get(0), InputStream.nullInputStream(), both.get(1).getInputStream(), false);
    }

    private static ProcessBuilder builder(StubServer wanted) {
        ProcessBuilder builder = new ProcessBuilder(InheritedSignals.unblocked(wanted.command()))
                .directory(wanted.directory().toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        String locale = builder.environment().remove(LaunchScript.REPLACED_LOCALE);
        if (locale != null) {
            Environment.change(builder, Collections.singletonMap("LC_ALL", locale.isEmpty() ? null : locale));
        }
        Environment.change(builder, wanted.environment());
        return builder;
    }

    /** What its program prints, too. */
    InputStream output() {
        return output;
    }

    /** Of a server that outlives the session, both streams. */
    InputStream errors() {
        return errors;
    }

    /** Where it prints. */
    ServerPipes pipes() {
        return new ServerPipes(server.pid());
    }

    /** Completed with the status of its end. */
    CompletableFuture<Integer> onExit() {
        return server.onExit().thenApply(Process::exitValue);
    }

    /**
     * Ends it and what it has started, except the process of the number {@code spared}, or 0, and what that has started; takes at most
     * {@value #SECONDS_TO_END} seconds.
     */
    void end(long spared) {
        endAll(spared);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            return; // the adapter ends, and the hook finds nothing more to end
        }
    }

    private void endAll(long spared) {
        List<ProcessHandle> all = Stream.concat(Stream.of(server.toHandle()), started(server.toHandle(), spared))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            all.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<ProcessHandle> started(ProcessHandle process, long spared) {
        return process.children()
                .filter(child -> child.pid() != spared)
                .flatMap(child -> Stream.concat(Stream.of(child), started(child, spared)));
    }
}
