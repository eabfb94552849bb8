package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.dap.UserError;
import java.util.List;

/** Commands of GDB that would take another program into a session, or this one out of it, behind the client's back. */
final class RefusedCommands {
    private static final String ANOTHER =
            "it would take another program into this session; launch or attach in another session for that";
    private static final String LEAVING = "send the request 'disconnect' (\"stop\" or \"disconnect\" in an editor)";

    /** GDB's commands, each with the shortest abbreviation that GDB takes (GDB manual, "Command Syntax"), and what to do instead. */
    private static final List<Refused> ALL = List.of(
            new Refused("run", "r", ANOTHER),
            new Refused("starti", "sta", ANOTHER),
            new Refused("attach", "at", ANOTHER),
            new Refused("core-file", "core", ANOTHER),
            new Refused("exec-file", "exec-", ANOTHER),
            new Refused("file", "fil", ANOTHER),
            new Refused("target", "ta", ANOTHER),
            new Refused("kill", "k", LEAVING + " with 'terminateDebuggee'"),
            new Refused("detach", "det", LEAVING),
            new Refused("quit", "q", LEAVING),
            new Refused("exit", "exi", LEAVING));

    private RefusedCommands() {}

    private record Refused(String name, String shortest, String instead) {
        boolean is(String word) {
            return word.startsWith(shortest) && name.startsWith(word);
        }
    }

    /** Throws {@link UserError} when the command line is one of them. */
    static void check(String command) {
        String word = command.strip().split("[^a-z-]", 2)[0];
        ALL.stream().filter(refused -> refused.is(word)).findFirst().ifPresent(refused -> {
            throw new UserError("GDB's '" + word + "' is not carried out here: " + refused.instead + ".");
        });
    }
}
