package dev.twinstack.adapter.console;

import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.output.OutputPump;
import dev.twinstack.adapter.process.ProcessEnd;
import dev.twinstack.mi.InheritedSignals;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/**
 * The shell of the debug console, for GDB's commands {@code shell}, {@code !} and {@code make}: run by GDB itself, they would write between the records of GDB/MI.
 * A command runs beside the session, whatever the program does, in the working directory of the launch configuration and without input. Events tell what it
 * prints; {@code shell} without a command ends all of them with their background jobs.
 */
public final class Shell {
    private static final Pattern TYPED =
            Pattern.compile("(?:shell|shel|she)(?:\\s+(.*))?|!\\s*(.*)|(mak|make)(\\s.*)?");

    /** The shell stays until its jobs in the background have ended: their output comes through its pipe, and they are found as its children. */
    private static final String AND_ITS_JOBS = "trap 'status=$?; wait; exit $status' EXIT; eval \"$1\"";

    private final SessionThread thread;
    private final Events events;
    private final SourceMap sourceMap;
    private final Gdb gdb;
    private final List<Process> running = new ArrayList<>();

    public Shell(SessionThread thread, Events events, SourceMap sourceMap, Gdb gdb) {
        this.thread = thread;
        this.events = events;
        this.sourceMap = sourceMap;
        this.gdb = gdb;
    }

    /** What a command of GDB hands to a shell: empty when it is not for the shell, an empty text when it names nothing to run. */
    static Optional<String> commandIn(String gdbCommand) {
        Matcher typed = TYPED.matcher(gdbCommand);
        if (!typed.matches()) {
            return Optional.empty();
        }
        String arguments = typed.group(typed.group(3) != null ? 4 : typed.group(2) != null ? 2 : 1);
        return Optional.of((typed.group(3) != null ? "make" : "") + (arguments == null ? "" : arguments));
    }

    /** Starts a command beside those that run already; an empty command ends them all. */
    void run(String command) {
        if (gdb.isElsewhere()) {
            throw new UserError("The debug console has no shell where GDB runs, at the other end of its pipe; use a"
                    + " terminal of your own there.");
        }
        running.removeIf(process -> !process.isAlive());
        if (!command.isBlank()) {
            Process process = started(command);
            running.add(process);
            Thread reader = new Thread(() -> carry(process), "shell-output");
            reader.setDaemon(true);
            reader.start();
        } else if (running.isEmpty()) {
            throw new UserError("The shell has no terminal here; type what it is to run, such as '-exec shell ls'.");
        } else {
            end();
        }
    }

    /** Ends every command that runs, with its jobs; what has detached itself from them lives on. */
    public void end() {
        running.forEach(process -> ProcessEnd.of(process.toHandle()));
    }

    private Process started(String command) {
        try {
            return new ProcessBuilder(InheritedSignals.unblocked(List.of("/bin/sh", "-c", AND_ITS_JOBS, "sh", command)))
                    .directory(sourceMap.workingDirectory().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException failure) {
            throw new UserError(
                    "The shell cannot be started in '" + sourceMap.workingDirectory() + "' (" + failure.getMessage()
                            + "); correct 'cwd' in the launch configuration.",
                    failure);
        }
    }

    private void carry(Process process) {
        try {
            boolean unfinished = new OutputPump(thread, events, OutputEventArgumentsCategory.CONSOLE)
                    .pump(Channels.newChannel(process.getInputStream()));
            int status = process.waitFor();
            if (status != 0) {
                String sentence = "The shell's command ended with status " + status + ".";
                thread.post(() -> events.tell((unfinished ? "\n" : "") + sentence));
            }
        } catch (IOException failure) {
            thread.post(() -> events.tell("The output of the shell's command was cut off."));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
