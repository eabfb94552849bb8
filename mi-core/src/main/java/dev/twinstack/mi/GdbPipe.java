package dev.twinstack.mi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command that runs another one where GDB is to run, such as {@code ssh -T host} or {@code docker exec -i name}. It is given one more word,
 * {@code sh}, which needs no quotes whoever takes it apart, and that shell (POSIX) gets a script on its standard input.
 *
 * @param command the words; {@link #COMMAND} in one of them stands for what is run, which is otherwise the last word
 * @param directory where the command is started on this machine, or null for this process's own directory
 * @param environment added to this process's own on this machine; a null value unsets
 */
public record GdbPipe(List<String> command, Path directory, Map<String, String> environment) {
    /** The placeholder that MIEngine (cppdbg's {@code pipeTransport}) takes. */
    private static final String COMMAND = "${debuggerCommand}";

    private static final String SHELL = "sh";
    private static final int LONGEST_LINE = 1 << 14;
    private static final Logger LOG = LoggerFactory.getLogger(GdbPipe.class);

    public GdbPipe {
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new HashMap<>(environment));
    }

    /** The command as one would type it. */
    public String text() {
        return String.join(" ", command);
    }

    /**
     * Starts a shell at the other end, which first runs {@code script}. The shell may read ahead of what it runs, so nothing else may be written to
     * it before the script has printed something.
     */
    public Process shell(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(InheritedSignals.unblocked(words()));
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        Environment.change(builder, environment);
        Process shell = builder.start();
        tell(shell, whole(script));
        return shell;
    }

    /** Writes the script. A shell that has ended already is no failure here: its exit status and its standard error say why it ended. */
    private static void tell(Process shell, byte[] script) {
        try {
            shell.getOutputStream().write(script);
            shell.getOutputStream().flush();
        } catch (IOException ended) {
            LOG.debug("A pipe ended before it had read anything", ended);
        }
    }

    /**
     * The next line that a shell there prints, without its end; null when it prints no more. Read byte by byte, as what follows the line may be for another
     * reader; a very long line is cut.
     */
    public static String nextLine(Process shell) throws IOException {
        InputStream in = shell.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** Runs a script there that reads and prints nothing, for {@code patience} at most. */
    public void run(String script, Duration patience) throws IOException, InterruptedException {
        Process shell = shell(script);
        shell.getOutputStream().close();
        if (!shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(
                command.stream().map(word -> word.replace(COMMAND, SHELL)).toList());
        if (words.equals(command)) {
            words.add(SHELL);
        }
        return words;
    }

    /** The script as one compound command: a shell reads all of that before it carries out the first part, so that no part of it reads the rest as its input. */
    private static byte[] whole(String script) {
        return ("{\n" + script + "\nexit\n}\n").getBytes(StandardCharsets.UTF_8);
    }

    /** POSIX shell quoting (Shell Command Language, 2.2.2): between single quotes every character but the single quote is literal. */
    public static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
