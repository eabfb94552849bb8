package dev.twinstack.adapter.console;

import dev.twinstack.adapter.console.ConsoleOperations.TypedCommands;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.memory.Changes;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/**
 * Commands that are typed in the debug console: those for CPython ({@code py-bt}, {@code py-print NAME}, …) as they are, any other command of GDB
 * after {@code -exec} or {@code >}. A command that resumes the program is answered at once; events tell what becomes of the program. Commands
 * of the shell run at any time, GDB's only while the program stands. Hooks in GDB refuse what would take another program into the session
 * (python-helpers, {@code refused_commands.py}).
 */
public final class GdbConsole {
    private static final Pattern PYTHON = Pattern.compile("py-[a-z-]+(\\s.*)?");
    private static final Pattern EXEC = Pattern.compile("(?:-exec(?:\\s+|$)|>\\s*)(.*)", Pattern.DOTALL);

    private static final String BACKWARDS =
            "rc|rn|rni|rs|rsi|reverse-continue|reverse-next|reverse-nexti|reverse-step|reverse-stepi|reverse-finish";

    /** GDB's commands that make a program run, and their usual abbreviations. */
    private static final Pattern RESUMING =
            Pattern.compile("(c|cont|continue|fg|n|next|ni|nexti|s|step|si|stepi|fin|finish"
                    + "|u|until|advance|j|jump|signal|" + BACKWARDS + ")(\\s.*)?");

    /** GDB's commands that read further lines, with their abbreviations. GDB's next lines here are commands of GDB/MI. */
    private static final Pattern MULTILINE = Pattern.compile(
            "(comm(?:a(?:n(?:ds?)?)?)?|def(?:i(?:ne?)?)?|docu?(?:m(?:e(?:nt?)?)?)?|whi(?:le?)?|if)(?:\\s.*)?|"
                    + "(py|pyth?(?:on?)?|pi|python-i[a-z]*|gu|gui(?:le?)?|gr|guile-r[a-z]*|compile(?: code)?)");

    /** GDB's {@code with SETTING -- } before a command. */
    private static final Pattern WITH = Pattern.compile("^(?:w|wit|with)\\s.*?--\\s*");

    private static final TypedCommands UNMOVED = new TypedCommands(false);

    private final Gdb gdb;
    private final ConsoleOperations operations;
    private final Execution execution;
    private final ProgramState program;
    private final Shell shell;
    private final Events events;
    private final Changes changes;
    private final ConsoleSelection selection = new ConsoleSelection();

    public GdbConsole(Gdb gdb, Helpers helpers, Execution execution, Shell shell, Events events, Changes changes) {
        this.gdb = gdb;
        this.operations = new ConsoleOperations(helpers);
        this.execution = execution;
        this.program = execution.program();
        this.shell = shell;
        this.events = events;
        this.changes = changes;
        program.onResume(selection::forget);
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

    /**
     * Carries out a command, and returns what it prints. Throws {@link UserError}, or {@link MiErrorException} with GDB's own words.
     *
     * @param frame the frame that the client has selected; asked for only by commands that need one
     */
    public String said(Supplier<Frame> frame, String typed) {
        Matcher exec = EXEC.matcher(typed);
        String command = exec.matches() ? commandIn(exec) : "";
        Optional<String> forShell = Shell.commandIn(command);
        if (forShell.isPresent()) {
            shell.run(forShell.get());
            return "";
        }
        program.requireStopped();
        Frame selected = selection.of(frame.get());
        String said = command.isEmpty() ? operations.console(selected, typed) : executed(selected, command);
        return said.stripTrailing();
    }

    private static String commandIn(Matcher exec) {
        if (exec.group(1).isBlank()) {
            throw new UserError("-exec takes a command of GDB, such as '-exec info threads'.");
        }
        return exec.group(1).stripTrailing();
    }

    /** Sends the command, in one burst with what tells the helpers before and after it that a user has typed it; returns what GDB prints. */
    private String executed(Frame frame, String command) {
        requireOneLine(command);
        boolean resuming = isResuming(command);
        if (resuming) {
            program.requireProcess();
            execution.typed(command.matches("(" + BACKWARDS + ")(\\s.*)?"));
        }
        ConsoleText said = new ConsoleText();
        AtomicReference<Frame.Native> selected = new AtomicReference<>();
        Optional<MiLine> mi = MiLine.of(command);
        mi.ifPresent(MiLine::requireHarmless);
        CompletableFuture<?> begun = operations.typedCommands(true, frame);
        CompletableFuture<MiRecord.Result> done = gdb.send(
                mi.map(line -> line.command(inFrame(line.operation(), frame)))
                        .orElseGet(() -> inFrame("-interpreter-exec", frame)
                                .option("console")
                                .parameter(resuming ? inBackground(command) : command)),
                record -> {
                    said.append(record);
                    ConsoleSelection.in(record).ifPresent(selected::set);
                });
        CompletableFuture<TypedCommands> ended = operations.typedCommands(false, frame);
        try {
            gdb.await("'" + command + "'", CompletableFuture.allOf(begun, done, ended));
            return said.text() + mi.map(line -> MiLine.text(done.join())).orElse("");
        } catch (MiErrorException refused) {
            events.output(OutputEventArgumentsCategory.CONSOLE, said.textBeforeFailure());
            if (said.tellsOfAnInterrupt()) {
                throw UserError.cancelled();
            }
            throw new MiErrorException(refused.operation(), said.reason(refused.getMessage()), refused.code());
        } finally {
            selection.now(selected.get());
            if (ended.exceptionally(failure -> UNMOVED).getNow(UNMOVED).moved()) {
                execution.forget();
                changes.moved();
            }
        }
    }

    /** Whether the command makes the program run. */
    static boolean isResuming(String command) {
        return RESUMING.matcher(command).matches();
    }

    /** The command with {@code &}: while GDB waits for a program in the foreground, it takes no other command. */
    private static String inBackground(String command) {
        return command.endsWith("&") ? command : command + " &";
    }

    private static MiCommand inFrame(String operation, Frame frame) {
        return MiCommand.of(operation)
                .option("--thread", String.valueOf(frame.thread()))
                .option("--frame", String.valueOf(frame.level()));
    }

    /** Whether the command would read further lines from GDB's input. */
    static boolean readsLines(String command) {
        return MULTILINE.matcher(WITH.matcher(command).replaceFirst("")).matches();
    }

    private static void requireOneLine(String command) {
        if (command.contains("\n")) {
            throw new UserError(
                    "The debug console gives GDB one line at a time; write these lines into a file, and type"
                            + " '-exec source FILE'.");
        }
        if (readsLines(command)) {
            String bare = WITH.matcher(command).replaceFirst("");
            throw new UserError("GDB's '" + bare.split("\\s", 2)[0] + "' reads further lines here, which the debug"
                    + " console cannot give it; write all of them into a file, and type '-exec source FILE'.");
        }
    }
}
