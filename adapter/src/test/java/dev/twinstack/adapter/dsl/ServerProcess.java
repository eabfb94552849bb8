package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server as a user's editor starts it: {@code bin/twinstack}, DAP on its standard streams. */
public final class ServerProcess implements Server {
    private static final Path COMMAND = Repository.ROOT.resolve("bin/twinstack");

    private final Process process;
    private final Path errors;

    private ServerProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Whether there is a program to start: the shaded jar is made in the {@code package} phase. */
    public static boolean isBuilt() {
        return Files.isExecutable(COMMAND) && Files.exists(Repository.ROOT.resolve("adapter/target/twinstack.jar"));
    }

    /** A server that waits for {@code initialize}. */
    public static ServerProcess start(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(COMMAND.toString());
        builder.command().addAll(List.of(arguments));
        return start(builder);
    }

    /** A server of the classes under test that finds the commands of this folder before all others. */
    public static ServerProcess startWithCommands(Path folder) {
        ProcessBuilder builder = ofClasses();
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        return start(builder);
    }

    /** A server of the classes under test. */
    public static ServerProcess startOfClasses(String... arguments) {
        return start(ofClasses(arguments));
    }

    /** A server of the classes under test in an environment that has these variables besides. */
    public static ServerProcess startWithVariables(Map<String, String> variables) {
        ProcessBuilder builder = ofClasses();
        builder.environment().putAll(variables);
        return start(builder);
    }

    /** A server of the classes under test that sees Yama forbid every attach; the test is skipped where only root may show it that. */
    public static ServerProcess startWhereNobodyAttaches() {
        ProcessBuilder builder = ofClasses();
        builder.command().addAll(0, Namespace.whereNobodyAttaches());
        return start(builder);
    }

    private static ProcessBuilder ofClasses(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "dev.twinstack.adapter.Main");
        builder.command().addAll(List.of(arguments));
        return builder;
    }

    private static ServerProcess start(ProcessBuilder builder) {
        try {
            Path errors = ScratchDirectory.create("server").resolve("stderr.txt");
            return new ServerProcess(builder.redirectError(errors.toFile()).start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException("The server could not be started.", e);
        }
    }

    /** The operating system's view of the server. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** What the server wrote on its standard error. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException("The server's standard error could not be read.", e);
        }
    }

    /** Waits for the server's end and gives its exit status. */
    public int exitStatus() {
        try {
            if (!process.waitFor(DapClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The server did not end.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the server's end.", e);
        }
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
