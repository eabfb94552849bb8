package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.mi.MiCommand;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is typed in the debug console for GDB: CPython's own commands ({@code py-bt}, {@code py-print NAME}, …) as they are, any other command
 * behind {@code -exec}. A command that resumes the program is answered at once; what becomes of the program is told by events.
 */
final class GdbConsole {
    private static final Pattern PYTHON = Pattern.compile("py-[a-z-]+(\\s.*)?");
    private static final Pattern EXEC = Pattern.compile("-exec(?:\\s+(.*))?");

    /** GDB's commands that make a program run, and their usual abbreviations. */
    private static final Pattern RESUMING =
            Pattern.compile("(c|cont|continue|fg|n|next|ni|nexti|s|step|si|stepi|fin|finish"
                    + "|u|until|advance|j|jump|signal|queue-signal)(\\s.*)?");

    private final Gdb gdb;
    private final EvaluationOperations operations;
    private final Execution execution;

    GdbConsole(Gdb gdb, Helpers helpers, Execution execution) {
        this.gdb = gdb;
        this.operations = new EvaluationOperations(helpers);
        this.execution = execution;
    }

    static boolean isCommand(String typed) {
        return PYTHON.matcher(typed).matches() || EXEC.matcher(typed).matches();
    }

    /** What the command says in that frame. Throws {@link dev.twinstack.mi.MiErrorException} with GDB's own words. */
    String said(Frame frame, String typed) {
        Matcher exec = EXEC.matcher(typed);
        String said = exec.matches() ? executed(frame, commandIn(exec)) : operations.console(frame, typed);
        return said.stripTrailing();
    }

    private static String commandIn(Matcher exec) {
        if (exec.group(1) == null || exec.group(1).isBlank()) {
            throw new UserError("-exec takes a command of GDB, such as '-exec info threads'.");
        }
        return exec.group(1);
    }

    /** In one burst: the command, and before and behind it what makes GDB show Python's values while it carries it out. */
    private String executed(Frame frame, String command) {
        RefusedCommands.check(command);
        if (RESUMING.matcher(command).matches()) {
            execution.requireProcess();
        }
        CompletableFuture<?> shown = operations.printers(true);
        CompletableFuture<String> said = gdb.sendForConsole(MiCommand.of("-interpreter-exec")
                .option("--thread", String.valueOf(frame.thread()))
                .option("--frame", String.valueOf(frame.level()))
                .option("console")
                .parameter(command));
        CompletableFuture<?> hidden = operations.printers(false);
        return gdb.await(
                "'" + command + "'",
                CompletableFuture.allOf(shown, said, hidden).thenCompose(done -> said));
    }
}
