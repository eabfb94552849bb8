package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code bin/twinstack run} as a script calls it; its standard streams are files. */
public final class SupervisedCommand {
    /** The command as one types it. */
    public static final String LAUNCHER =
            Repository.ROOT.resolve("bin/twinstack").toString();

    private final Path folder = ScratchDirectory.create("run");
    private final Path out = folder.resolve("out");
    private final Path err = folder.resolve("err");
    private final List<String> words = new ArrayList<>(List.of(LAUNCHER, "run"));
    private final ProcessBuilder builder =
            new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
    private Process process;

    private SupervisedCommand(List<String> words) {
        this.words.addAll(words);
        input("");
    }

    /** With options and {@code --} before the command. */
    public static SupervisedCommand of(String... words) {
        return new SupervisedCommand(List.of(words));
    }

    /** Python code as the command, of the system's Python. */
    public static SupervisedCommand python(String code) {
        return of("--", Pythons.system().executable().toString(), "-c", code);
    }

    /** Run by another command. */
    public SupervisedCommand by(String... other) {
        words.addAll(0, List.of(other));
        return this;
    }

    /** Without Twinstack. */
    public SupervisedCommand bare() {
        words.subList(words.indexOf(LAUNCHER), words.indexOf("--") + 1).clear();
        return this;
    }

    /** With this on its standard input. */
    public SupervisedCommand input(String text) {
        Path in = folder.resolve("in");
        dev.twinstack.adapter.dsl.Files.write(in, text);
        builder.redirectInput(in.toFile());
        return this;
    }

    /** With this variable besides. */
    public SupervisedCommand with(String name, String value) {
        builder.environment().putAll(Map.of(name, value));
        return this;
    }

    /** Starts it. */
    public SupervisedCommand start() {
        try {
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The command could not be started.", e);
        }
    }

    /** Starts it and waits until it has printed this. */
    public SupervisedCommand startedAndPrinted(String text) {
        return start().printed(text);
    }

    /** Waits until it has printed this. */
    public SupervisedCommand printed(String text) {
        dev.twinstack.adapter.dsl.Files.comesTo(out, text);
        return this;
    }

    /** Waits until it has written this to standard error. */
    public SupervisedCommand warned(String text) {
        dev.twinstack.adapter.dsl.Files.comesTo(err, text);
        return this;
    }

    /** Sends a signal, such as {@code TERM}, to the process that the script waits for. */
    public SupervisedCommand signal(String name) {
        return signal(name, Long.toString(process.pid()));
    }

    /** Sends a signal to the process group that this process leads. */
    public SupervisedCommand signalGroup(String name) {
        return signal(name, "-" + process.pid());
    }

    private SupervisedCommand signal(String name, String whom) {
        Commands.run("kill", "-s", name, "--", whom);
        return this;
    }

    /** All that it has started and that is still there. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Its exit status as a shell has it, once it has ended; starts it where it was not. */
    public int status() {
        if (process == null) {
            start();
        }
        try {
            assertThat(process.waitFor(DapClient.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends, having written %s%s", output(), errors())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted.", e);
        }
    }

    /** What it has written to its standard output. */
    public String output() {
        return text(out);
    }

    /** What it has written to standard error. */
    public String errors() {
        return text(err);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read.", e);
        }
    }
}
