package dev.twinstack.adapter.console;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.session.Gdb;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.mi.MiCommand;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is typed in the debug console for GDB: CPython's own commands ({@code py-bt}, {@code py-print NAME}, …) as they are, any other command
 * behind {@code -exec}. A command that resumes the program is answered at once; what becomes of the program is told by events. GDB itself
 * refuses what would take another program into the session (python-helpers, {@code refused_commands.py}).
 */
public final class GdbConsole {
    private static final Pattern PYTHON = Pattern.compile("py-[a-z-]+(\\s.*)?");
    private static final Pattern EXEC = Pattern.compile("-exec(?:\\s+(.*))?");

    /** GDB's commands that make a program run, and their usual abbreviations. */
    private static final Pattern RESUMING =
            Pattern.compile("(c|cont|continue|fg|n|next|ni|nexti|s|step|si|stepi|fin|finish"
                    + "|u|until|advance|j|jump|signal|queue-signal)(\\s.*)?");

    /** GDB's commands that read further lines, of which there are none but those of GDB/MI; with their abbreviations. */
    private static final Pattern MULTILINE = Pattern.compile(
            "(comm(?:a(?:n(?:ds?)?)?)?|def(?:i(?:ne?)?)?|docu?(?:m(?:e(?:nt?)?)?)?|whi(?:le?)?|if)\\s.*|commands|"
                    + "(py|pyth?(?:on?)?|pi|python-i[a-z]*|gu|gui(?:le?)?|gr|guile-r[a-z]*|compile(?: code)?)");

    private final Gdb gdb;
    private final Execution execution;
    private final Shell shell;

    public GdbConsole(Gdb gdb, Execution execution, Shell shell) {
        this.gdb = gdb;
        this.execution = execution;
        this.shell = shell;
    }

    public static boolean isCommand(String typed) {
        return PYTHON.matcher(typed).matches() || EXEC.matcher(typed).matches();
    }

    /** What the command says in that frame. Throws {@link UserError} or {@link dev.twinstack.mi.MiErrorException} with GDB's own words. */
    public String said(Frame frame, String typed) {
        Matcher exec = EXEC.matcher(typed);
        String said = exec.matches()
                ? executed(frame, commandIn(exec))
                : gdb.helpers().console(frame, typed);
        return said.stripTrailing();
    }

    private static String commandIn(Matcher exec) {
        if (exec.group(1) == null || exec.group(1).isBlank()) {
            throw new UserError("-exec takes a command of GDB, such as '-exec info threads'.");
        }
        return exec.group(1);
    }

    private String executed(Frame frame, String command) {
        Optional<String> forShell = Shell.commandIn(command);
        if (forShell.isPresent()) {
            shell.run(forShell.get());
            return "";
        }
        requireOneLine(command);
        if (RESUMING.matcher(command).matches()) {
            execution.requireProcess();
        }
        gdb.helpers().typedCommands(true);
        try {
            return gdb.console(MiCommand.of("-interpreter-exec")
                    .option("--thread", String.valueOf(frame.thread()))
                    .option("--frame", String.valueOf(frame.level()))
                    .option("console")
                    .parameter(command));
        } finally {
            gdb.helpers().typedCommands(false);
        }
    }

    private static void requireOneLine(String command) {
        if (MULTILINE.matcher(command).matches()) {
            throw new UserError("GDB's '" + command.split("\\s", 2)[0] + "' reads further lines here, which the debug"
                    + " console cannot give it; write all of them into a file, and type '-exec source FILE'.");
        }
    }
}
