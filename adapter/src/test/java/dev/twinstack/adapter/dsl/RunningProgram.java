package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs without a debugger; closing it ends it, and an alarm does where the tests were killed before. */
public final class RunningProgram implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(5);
    /** Starts what follows it as a shell would, with an alarm, which outlives exec (execve(2)). */
    private static final String WITH_ALARM = "import os, signal, sys; signal.alarm(300);"
            + " signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGQUIT]);" // which Java blocks
            + " signal.signal(signal.SIGPIPE, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])";

    private final TestProgram program;
    private final Process process;
    private final Path output;

    private RunningProgram(TestProgram program, Process process, Path output) {
        this.program = program;
        this.process = process;
        this.output = output;
    }

    static RunningProgram start(TestProgram program, JsonObject launch, Map<String, String> environment) {
        return start(program, command(launch), environment);
    }

    static List<String> command(JsonObject launch) {
        List<String> command = new ArrayList<>();
        Json.text(launch, "python").ifPresent(command::add);
        Json.text(launch, "program").ifPresent(command::add);
        Json.member(launch, "args")
                .ifPresent(args -> args.getAsJsonArray().forEach(argument -> command.add(argument.getAsString())));
        return command;
    }

    /** Runs any command in a directory of its own. */
    public static RunningProgram start(TestProgram program, List<String> command, Map<String, String> environment) {
        Path directory = ScratchDirectory.create("running");
        Path output = directory.resolve("output.txt");
        List<String> limited =
                new ArrayList<>(List.of(Pythons.system().executable().toString(), "-I", "-c", WITH_ALARM));
        limited.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(limited)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return new RunningProgram(program, builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(command + " could not be started.", e);
        }
    }

    /** Runs a command in a directory of its own, without any sources. */
    public static RunningProgram start(String... command) {
        return start(null, List.of(command), Map.of());
    }

    /** Runs a command as another user, once it is that user's. */
    public static RunningProgram startAs(long user, String... command) {
        List<String> all = new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        all.addAll(List.of(command));
        RunningProgram started = start(all.toArray(String[]::new));
        String name = Path.of(command[0]).toFile().getName();
        started.awaits(() -> name.startsWith(started.status("Name")));
        return started;
    }

    public long pid() {
        return process.pid();
    }

    TestProgram program() {
        return program;
    }

    /** The directory in which it runs. */
    public Path directory() {
        return output.getParent();
    }

    /** Waits until it has printed this. */
    public RunningProgram printed(String text) {
        return awaits(() -> printed().contains(text));
    }

    /** Waits until something is so. */
    public RunningProgram awaits(BooleanSupplier so) {
        long deadline = System.nanoTime() + DapClient.PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("time that passes, output: %s", printed())
                    .isLessThan(deadline);
            pass(MOMENT);
        }
        return this;
    }

    /** What it has printed until now. */
    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's output could not be read.", e);
        }
    }

    /** A field of {@code /proc/PID/status}, such as {@code State}. */
    public String status(String field) {
        return new ProcessStatus(pid()).field(field);
    }

    /** Sends it a signal, such as {@code STOP}. */
    public void signal(String name) {
        Commands.run("kill", "-s", name, Long.toString(pid()));
    }

    /** Waits for its end and gives its exit status. */
    public int exitStatus() {
        try {
            assertThat(process.waitFor(DapClient.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the program ends")
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the program's end.", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitStatus();
    }

    private static void pass(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted.", e);
        }
    }
}
