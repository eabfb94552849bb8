package dev.twinstack.adapter.console;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.GdbCommands;
import dev.twinstack.adapter.launch.attributes.GdbCommand;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiException;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/**
 * The commands of GDB that the launch configuration names, carried out one after another; what they print is shown in the debug console. One
 * that fails is told of, and the others follow.
 */
public final class ConfiguredCommands {
    private static final List<String> NEEDED =
            List.of("mi-async on", "non-stop off", "confirm off", "startup-with-shell on");

    private final Gdb gdb;
    private final ConsoleOperations operations;
    private final Events events;
    private GdbCommands commands = GdbCommands.NONE;
    private boolean stood;
    private boolean exited;

    public ConfiguredCommands(Gdb gdb, Helpers helpers, Events events) {
        this.gdb = gdb;
        this.operations = new ConsoleOperations(helpers);
        this.events = events;
    }

    /** Takes those of the launch configuration. */
    public void use(GdbCommands wanted) {
        commands = wanted;
        exited = false;
    }

    /** GDB has started, and knows no program yet. Settings without which no session works are set again after the commands, which may read a user's own .gdbinit. */
    public void init() {
        carryOut(commands.init());
        if (!commands.init().isEmpty()) {
            NEEDED.forEach(setting -> gdb.send(MiCommand.of("-gdb-set").verbatim(setting)));
        }
    }

    /** The program is about to be started, attached to or opened. */
    public void preRun() {
        stood = false;
        carryOut(commands.preRun());
    }

    /** GDB has connected to a remote target. */
    public void connected() {
        carryOut(commands.connected());
    }

    /** The program stands for the first time; a second call for the same process does nothing. */
    public void postRun() {
        if (!stood) {
            stood = true;
            carryOut(commands.postRun());
        }
    }

    /** Whether there are any for {@link #postRun}, for which the program must stand. */
    public boolean needsStop() {
        return !commands.postRun().isEmpty();
    }

    /** The program has ended, or the session ends without that; a second call does nothing. */
    public void exit() {
        if (!exited && gdb.isInUse()) {
            exited = true;
            carryOut(commands.exit());
        }
    }

    private void carryOut(List<GdbCommand> all) {
        if (all.isEmpty()) {
            return;
        }
        operations.configuredCommands(true);
        try {
            all.forEach(this::carryOut);
        } finally {
            operations.configuredCommands(false);
        }
    }

    private void carryOut(GdbCommand command) {
        ConsoleText said = new ConsoleText();
        try {
            gdb.await("'" + command.text() + "'", gdb.send(sent(command.text()), said::append));
            requireSuccess(command.text());
            show(command, command.isQuiet() ? "" : said.text().strip());
        } catch (UserError | MiException failed) {
            if (!command.ignoresFailure()) {
                fail(command, said.text().strip(), said.reason(failed.getMessage()));
            }
        }
    }

    private void fail(GdbCommand command, String text, String reason) {
        show(command, reason.contains(text) ? "" : text);
        String sentence = "The command '" + command.text() + "' of '" + command.attribute() + "' failed: " + reason;
        events.output(OutputEventArgumentsCategory.IMPORTANT, sentence + "\n");
    }

    private void show(GdbCommand command, String text) {
        if (!text.isEmpty()) {
            events.tell("(gdb) " + command.text() + "\n" + text);
        }
    }

    /** Throws {@link UserError} when a command of the shell has failed, which GDB does not tell by itself. */
    private void requireSuccess(String text) {
        if (Shell.commandIn(text).isPresent()) {
            String status = shellStatus("_shell_exitcode");
            if (!status.equals("0")) {
                boolean isSignal = status.equals("void");
                throw new UserError("The shell's command ended with "
                        + (isSignal ? "the signal " + shellStatus("_shell_exitsignal") : "status " + status) + ".");
            }
        }
    }

    private String shellStatus(String variable) {
        return gdb.ask(MiCommand.of("-data-evaluate-expression").parameter("$" + variable))
                .text("value");
    }

    private static MiCommand sent(String text) {
        if (text.lines().count() > 1 || GdbConsole.readsLines(text)) {
            throw new UserError(
                    "It takes more lines than one; write them into a file, and name it with 'source FILE'.");
        }
        Optional<MiLine> mi = MiLine.of(text);
        if (GdbConsole.isResuming(text) || mi.filter(MiLine::isOfSession).isPresent()) {
            throw new UserError("It would take the program from this session, which runs it when these are done.");
        }
        if (mi.isPresent()) {
            return mi.get().command(MiCommand.of(mi.get().operation()));
        }
        return MiCommand.console(
                Shell.commandIn(text).map(ConfiguredCommands::withoutInput).orElse(text));
    }

    /** A command for the shell that cannot read GDB's own input: that is the session. */
    private static String withoutInput(String shellCommand) {
        return "shell exec </dev/null 2>&1; " + shellCommand;
    }
}
