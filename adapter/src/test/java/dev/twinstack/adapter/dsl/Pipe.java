package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The attribute {@code pipe} of a session. When it is closed, it checks that the session has left nothing at the other end. */
public final class Pipe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<String> command;
    private final Path temporary;
    private final Runnable end;

    private Pipe(List<String> command, Path temporary, Runnable end) {
        this.command = command;
        this.temporary = temporary;
        this.end = end;
    }

    /** A shell of this machine, whose directory for temporary files is its own. */
    public static Pipe shell() {
        return shell(List.of(), () -> {});
    }

    /** A shell in a container, as far as processes have other numbers there. */
    public static Pipe container() {
        RunningProgram container = Namespace.container();
        return shell(Namespace.into(container), container::close);
    }

    /** A shell that is in another such container each time. */
    public static Pipe newContainers() {
        return shell(Namespace.ofNewNumbers(), () -> {});
    }

    /** A shell where Yama forbids every attach, as far as it can see. */
    public static Pipe whereNobodyAttaches() {
        return shell(Namespace.whereNobodyAttaches(), () -> {});
    }

    private static Pipe shell(List<String> there, Runnable end) {
        Path temporary = ScratchDirectory.create("pipe");
        List<String> command = new ArrayList<>(there);
        command.addAll(List.of("env", "TMPDIR=" + temporary, "sh", "-c", "cd / && exec ${debuggerCommand}"));
        return new Pipe(command, temporary, end);
    }

    /** What leads to a machine that is there until {@code end} is run. */
    static Pipe to(Runnable end, Path temporary, String... command) {
        return new Pipe(List.of(command), temporary, end);
    }

    /** The launch or attach through it. */
    public Launch leads(Launch launch) {
        return launch.with("pipe", command);
    }

    @Override
    public void close() {
        try {
            assertThat(leftAfterAWhile()).as("directories left behind").isEmpty();
        } finally {
            end.run();
        }
    }

    /** Waits until the other end has deleted its files, which it does by itself when its connection is lost. */
    private List<Path> leftAfterAWhile() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!left().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return left();
    }

    private List<Path> left() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(temporary, "twinstack.*")) {
            all.forEach(found::add);
        } catch (IOException failed) {
            throw new UncheckedIOException("The directory for temporary files cannot be read.", failed);
        }
        return found;
    }
}
