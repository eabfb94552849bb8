package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.dap.UserError;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The subcommands that are about reports. */
public final class Commands {
    private static final int REFUSED = 2;
    private static final Map<String, Command> ALL = Map.of(
            "run", new RunCommand(),
            "core", new CoreCommand(),
            "attach", new AttachCommand(),
            "report", new RenderCommand(),
            "group", new GroupCommand());

    private Commands() {}

    /** Whether there is a command of that name. */
    public static boolean has(String name) {
        return ALL.containsKey(name);
    }

    /** Runs the command that the first argument names. Returns the exit status: 1 when a report could not be made, 2 when nothing was tried. */
    public static int run(List<String> arguments, PrintStream out) throws InterruptedException {
        return run(arguments, new Streams(out, System.err, Terminal.hasColours(1)));
    }

    static int run(List<String> arguments, Streams streams) throws InterruptedException {
        try {
            return ALL.get(arguments.get(0)).run(arguments.subList(1, arguments.size()), streams);
        } catch (UserError refused) {
            streams.tell(refused.getMessage());
            return REFUSED;
        }
    }
}
