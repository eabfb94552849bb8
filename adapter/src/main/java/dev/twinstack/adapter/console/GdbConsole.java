package dev.twinstack.adapter.console;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is typed in the debug console for GDB: CPython's own commands ({@code py-bt}, {@code py-print NAME}, …) as they are, any other command
 * behind {@code -exec} or {@code >}. A command that resumes the program is answered at once; what becomes of the program is told by events. GDB itself
 * refuses what would take another program into the session (python-helpers, {@code refused_commands.py}).
 */
public final class GdbConsole {
    private static final Pattern PYTHON = Pattern.compile("py-[a-z-]+(\\s.*)?");
    private static final Pattern EXEC = Pattern.compile("(?:-exec(?:\\s+|$)|>\\s*)(.*)");

    /** GDB's commands that make a program run, and their usual abbreviations. */
    private static final Pattern RESUMING =
            Pattern.compile("(c|cont|continue|fg|n|next|ni|nexti|s|step|si|stepi|fin|finish"
                    + "|u|until|advance|j|jump|signal|queue-signal)(\\s.*)?");

    /** GDB's commands that read further lines, of which there are none but those of GDB/MI; with their abbreviations. */
    private static final Pattern MULTILINE = Pattern.compile(
            "(comm(?:a(?:n(?:ds?)?)?)?|def(?:i(?:ne?)?)?|docu?(?:m(?:e(?:nt?)?)?)?|whi(?:le?)?|if)(?:\\s.*)?|"
                    + "(py|pyth?(?:on?)?|pi|python-i[a-z]*|gu|gui(?:le?)?|gr|guile-r[a-z]*|compile(?: code)?)");

    private final Gdb gdb;
    private final ConsoleOperations operations;
    private final Execution execution;
    private final Shell shell;

    public GdbConsole(Gdb gdb, Helpers helpers, Execution execution, Shell shell) {
        this.gdb = gdb;
        this.operations = new ConsoleOperations(helpers);
        this.execution = execution;
        this.shell = shell;
    }

    public static boolean isCommand(String typed) {
        return PYTHON.matcher(typed).matches() || EXEC.matcher(typed).matches();
    }

    /** Where a command of GDB begins in what is being typed; -1 when it is none, or not yet. */
    public static int commandStart(String typed) {
        Matcher exec = EXEC.matcher(typed);
        if (exec.matches()) {
            return exec.start(1);
        }
        return typed.startsWith("py-") ? 0 : -1;
    }

    /** What the command says in that frame. Throws {@link UserError} or {@link dev.twinstack.mi.MiErrorException} with GDB's own words. */
    public String said(Frame frame, String typed) {
        Matcher exec = EXEC.matcher(typed);
        String said = exec.matches() ? executed(frame, commandIn(exec)) : operations.console(frame, typed);
        return said.stripTrailing();
    }

    private static String commandIn(Matcher exec) {
        if (exec.group(1).isBlank()) {
            throw new UserError("-exec takes a command of GDB, such as '-exec info threads'.");
        }
        return exec.group(1);
    }

    /** In one burst: the command, and before and behind it what tells the helpers that a user has typed it. */
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
        ConsoleText said = new ConsoleText();
        CompletableFuture<?> begun = operations.typedCommands(true);
        CompletableFuture<?> done = gdb.send(inFrame(frame, command), record -> said.append(text(record)));
        CompletableFuture<?> ended = operations.typedCommands(false);
        try {
            gdb.await("'" + command + "'", CompletableFuture.allOf(begun, done, ended));
            return said.text();
        } catch (MiErrorException refused) {
            throw refused.isQuit() || said.text().isEmpty()
                    ? refused
                    : new UserError("GDB refused: " + sentence(said.text()), refused);
        }
    }

    private static MiCommand inFrame(Frame frame, String command) {
        return MiCommand.of("-interpreter-exec")
                .option("--thread", String.valueOf(frame.thread()))
                .option("--frame", String.valueOf(frame.level()))
                .option("console")
                .parameter(command);
    }

    /** What GDB, and any program that it runs for the command, prints; nothing for any other record. */
    private static String text(MiRecord record) {
        if (record instanceof MiRecord.Stream stream) {
            return stream.text();
        }
        return record instanceof MiRecord.Output other ? other.text() + '\n' : "";
    }

    private static String sentence(String said) {
        String stripped = said.strip();
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }

    private static void requireOneLine(String command) {
        if (MULTILINE.matcher(command).matches()) {
            throw new UserError("GDB's '" + command.split("\\s", 2)[0] + "' reads further lines here, which the debug"
                    + " console cannot give it; write all of them into a file, and type '-exec source FILE'.");
        }
    }
}
