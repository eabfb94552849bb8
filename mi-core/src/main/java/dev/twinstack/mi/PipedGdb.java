package dev.twinstack.mi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A GDB at the other end of a {@link GdbPipe}. The shell that starts GDB there makes a directory for it, stays its parent, and deletes
 * the directory when GDB has ended in whatever way.
 */
final class PipedGdb {
    private static final Logger LOG = LoggerFactory.getLogger(PipedGdb.class);
    private static final Duration SIGNAL_PATIENCE = Duration.ofSeconds(10);
    private static final String MARK = "twinstack-";

    private static final int SHOWN = 1000;

    /** What the shell runs. Before it starts GDB it prints facts, in each line a word and its value. */
    private static final String SCRIPT = """
            [ -t 0 ] && { echo twinstack-terminal; exit 1; }
            echo "twinstack-start $PWD"
            [ -z "${SHELL+x}" ] || echo "twinstack-variable SHELL=$SHELL"
            [ -z "${LC_ALL+x}" ] || echo "twinstack-variable LC_ALL=$LC_ALL"
            [ -z "${LINES+x}" ] || echo "twinstack-variable LINES=$LINES"
            [ -z "${COLUMNS+x}" ] || echo "twinstack-variable COLUMNS=$COLUMNS"
            directory=$(mktemp -d "${TMPDIR:-/tmp}/twinstack.XXXXXXXX") || exit 1
            trap 'cd / && rm -rf "$directory"' EXIT
            trap : HUP INT TERM
            cd "$directory" && mkfifo input output || exit 1
            echo "twinstack-directory $directory"
            %s
            export LC_ALL=C.UTF-8 %s
            sh -c 'echo "twinstack-gdb $$"; exec "$@"' sh %s""";

    /** The part of it that puts the variables of Python aside. */
    private static final String PUTTING_ASIDE = """
            for name in $(env | sed -n 's/=.*//; /^PYTHON[A-Z0-9_]*$/p'); do
                eval '[ -z "${'$name'+x}" ] || { export %s'$name'="$'$name'"; unset '$name'; }'
            done""";

    private final GdbPipe pipe;
    private final Process process;
    private final GdbPlace place;
    private final AtomicBoolean interrupting = new AtomicBoolean();

    private PipedGdb(GdbPipe pipe, Process process, GdbPlace place) {
        this.pipe = pipe;
        this.process = process;
        this.place = place;
    }

    /** Starts {@code command} there. Throws {@link GdbUnavailableException} when no shell can be started, or the shell can start no GDB. */
    static PipedGdb start(GdbOptions options, List<String> command) {
        GdbPipe pipe = options.pipe();
        String aside = options.pythonAside() ? String.format(PUTTING_ASIDE, GdbOptions.ASIDE) : "";
        String script = String.format(SCRIPT, aside, exported(options.environment()), quoted(command));
        Process process;
        try {
            process = pipe.shell(script);
        } catch (IOException e) {
            throw new GdbUnavailableException(
                    "The pipe '" + pipe.text() + "' cannot be started (" + e.getMessage()
                            + "). Correct \"pipe\" in the launch configuration.",
                    e);
        }
        return new PipedGdb(pipe, process, awaitPlace(options, process));
    }

    private static String exported(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + GdbPipe.quote(variable.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(List<String> command) {
        return command.stream().map(GdbPipe::quote).collect(Collectors.joining(" "));
    }

    Process process() {
        return process;
    }

    GdbPlace place() {
        return place;
    }

    /** Sends GDB SIGINT, by a shell of its own that nobody waits for; one at a time. */
    void interrupt() {
        if (interrupting.compareAndSet(false, true)) {
            Thread sender = new Thread(this::sendInterrupt, "gdb-pipe-interrupt");
            sender.setDaemon(true);
            sender.start();
        }
    }

    private void sendInterrupt() {
        try {
            signal("INT");
        } catch (IOException e) {
            LOG.warn("GDB at the other end of the pipe could not be interrupted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            interrupting.set(false);
        }
    }

    /** Sends GDB a signal, by a shell of its own. */
    void signal(String name) throws IOException, InterruptedException {
        pipe.run("kill -" + name + " " + place.pid(), SIGNAL_PATIENCE);
    }

    private static GdbPlace awaitPlace(GdbOptions options, Process process) {
        CompletableFuture<GdbPlace> place = CompletableFuture.supplyAsync(() -> told(options.pipe(), process));
        try {
            return place.get(options.answerTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            end(process);
            throw unusable(
                    options.pipe(),
                    "has not started a shell within " + options.answerTimeout().toSeconds() + " seconds");
        } catch (InterruptedException e) {
            end(process);
            throw new MiException("The wait for the pipe was interrupted.", e);
        } catch (ExecutionException e) {
            end(process);
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    private static void end(Process process) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }

    /** Reads the facts that the script prints; what a login prints before them is passed over. */
    private static GdbPlace told(GdbPipe pipe, Process process) {
        Map<String, String> told = new HashMap<>();
        Map<String, String> variables = new HashMap<>();
        try {
            while (!told.containsKey("gdb")) {
                String line = GdbPipe.nextLine(process);
                if (line == null) {
                    throw unusable(pipe, ended(process));
                }
                String[] words =
                        line.startsWith(MARK) ? line.substring(MARK.length()).split("[ =]", 3) : new String[0];
                if (words.length == 3 && words[0].equals("variable")) {
                    variables.put(words[1], words[2]);
                } else if (words.length > 0) {
                    told.put(words[0], line.substring(Math.min(line.length(), MARK.length() + words[0].length() + 1)));
                }
                if (told.containsKey("terminal")) {
                    throw unusable(pipe, "has opened a terminal, which would change what GDB is sent: leave '-t' out");
                }
            }
        } catch (IOException e) {
            throw unusable(pipe, "broke off (" + e.getMessage() + ")");
        }
        return new GdbPlace(
                told.get("directory"),
                told.get("start"),
                variables,
                Long.parseLong(told.get("gdb").strip()));
    }

    private static String ended(Process process) throws IOException {
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            int status = process.waitFor();
            return "ended with status " + status + " before GDB was started"
                    + (said.isEmpty() ? "" : " and said: " + said.substring(Math.max(0, said.length() - SHOWN)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "ended";
        }
    }

    private static GdbUnavailableException unusable(GdbPipe pipe, String why) {
        return new GdbUnavailableException("The pipe '" + pipe.text() + "' " + why + ". Check that '" + pipe.text()
                + " sh' starts a shell where GDB is to run, without asking for anything.");
    }
}
