package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.launch.StandardStreams;
import dev.twinstack.adapter.python.Helpers;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The helpers' operations by which GDB gets hold of a target; none is waited for here. */
record TargetOperations(Helpers helpers) {
    /** Gives GDB the program's file, without the debug information of a CPython that is installed for use, which would cost seconds. */
    CompletableFuture<?> programFile(Path file) {
        return helpers.send("program-file", new FileRef(file.toString()));
    }

    private record FileRef(String file) {}

    /** Gives the variables of Python, which were put aside for GDB's own, back to the program that GDB will start. */
    CompletableFuture<?> giveBackEnvironment() {
        return helpers.send("give-back-environment", new Helpers.Nothing());
    }

    /** From now on GDB starts programs through this script, which is kept in {@code directory}. */
    CompletableFuture<?> launchScript(Path directory, String text) {
        return helpers.send("launch-script", new Script(directory.toString(), text));
    }

    private record Script(String directory, String text) {}

    /** Fails for a file in the place of the program's terminal that cannot be opened, or whose opening would hold up GDB; {@code directory} is the program's. */
    CompletableFuture<?> standardStreams(Path directory, StandardStreams streams) {
        List<String> written = Stream.of(streams.output(), streams.error())
                .filter(Objects::nonNull)
                .distinct()
                .map(Path::toString)
                .toList();
        String read = streams.input() == null ? null : streams.input().toString();
        return helpers.send("standard-streams", new Streams(directory.toString(), written, read));
    }

    private record Streams(String directory, List<String> written, String read) {}

    /** Has the program that starts next stop where it calls {@code breakpoint()}. */
    CompletableFuture<?> breakpointCalls() {
        return helpers.send("await-breakpoint-calls", new Helpers.Nothing());
    }
}
