package dev.twinstack.mi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How GDB is started; immutable.
 *
 * @param pipe what GDB is started through, where it is to run elsewhere, or null
 * @param gdb path or name of the program, or null for {@code gdb} on PATH
 * @param arguments further arguments, after those that MI needs
 * @param environment added to this process's own; a null value unsets. The debuggee inherits it
 * @param pythonAside whether the variables of Python get {@link #ASIDE} before their names; who wants that gives them back
 * @param directory GDB's working directory, or null for this process's own; through a pipe it has one of its own
 * @param transcript what is said goes here
 * @param needsPython whether a GDB without Python is refused
 * @param answerTimeout how long GDB may take to start and answer the set-up
 */
public record GdbOptions(
        GdbPipe pipe,
        String gdb,
        List<String> arguments,
        Map<String, String> environment,
        boolean pythonAside,
        Path directory,
        MiTranscript transcript,
        boolean needsPython,
        Duration answerTimeout) {

    /**
     * Stands before the name of a variable such as PYTHONHOME or PYTHONPATH that is put aside in GDB's environment: it is meant for the debuggee, and
     * GDB's own Python does not start with that of another.
     */
    public static final String ASIDE = "TWINSTACK_ASIDE_";

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

    public GdbOptions {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new HashMap<>(environment));
    }

    /** GDB from PATH, in this process's directory and environment, with Python. */
    public static GdbOptions defaults() {
        return new GdbOptions(null, null, List.of(), Map.of(), false, null, new MiTranscript(), true, ANSWER_TIMEOUT);
    }

    public GdbOptions withPipe(GdbPipe through) {
        return new GdbOptions(
                through, gdb, arguments, environment, pythonAside, directory, transcript, needsPython, answerTimeout);
    }

    public GdbOptions withGdb(String path) {
        return new GdbOptions(
                pipe, path, arguments, environment, pythonAside, directory, transcript, needsPython, answerTimeout);
    }

    public GdbOptions withArguments(List<String> more) {
        return new GdbOptions(
                pipe, gdb, more, environment, pythonAside, directory, transcript, needsPython, answerTimeout);
    }

    public GdbOptions withEnvironment(Map<String, String> variables) {
        return new GdbOptions(
                pipe, gdb, arguments, variables, pythonAside, directory, transcript, needsPython, answerTimeout);
    }

    public GdbOptions withPythonAside() {
        return new GdbOptions(
                pipe, gdb, arguments, environment, true, directory, transcript, needsPython, answerTimeout);
    }

    public GdbOptions withDirectory(Path folder) {
        return new GdbOptions(
                pipe, gdb, arguments, environment, pythonAside, folder, transcript, needsPython, answerTimeout);
    }

    public GdbOptions withTranscript(MiTranscript lines) {
        return new GdbOptions(
                pipe, gdb, arguments, environment, pythonAside, directory, lines, needsPython, answerTimeout);
    }

    public GdbOptions withoutPython() {
        return new GdbOptions(
                pipe, gdb, arguments, environment, pythonAside, directory, transcript, false, answerTimeout);
    }

    public GdbOptions withAnswerTimeout(Duration timeout) {
        return new GdbOptions(
                pipe, gdb, arguments, environment, pythonAside, directory, transcript, needsPython, timeout);
    }

    /** Whether the same GDB is started in the same place with the same arguments, even by another path to its folder. */
    public boolean isSameGdb(GdbOptions other) {
        return Objects.equals(pipe, other.pipe)
                && arguments.equals(other.arguments)
                && (program().equals(other.program())
                        || pipe == null && GdbLaunch.file(program()).equals(GdbLaunch.file(other.program())));
    }

    /** The program as the user would name it. */
    public String program() {
        return gdb == null ? "gdb" : gdb;
    }
}
