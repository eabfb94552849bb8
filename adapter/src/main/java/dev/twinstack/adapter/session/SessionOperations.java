package dev.twinstack.adapter.session;

import dev.twinstack.adapter.launch.attributes.CodeRule;
import dev.twinstack.adapter.python.Helpers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations by which a session is set up; none is waited for here. */
record SessionOperations(Helpers helpers) {
    /** How many characters of a string are shown from now on. */
    CompletableFuture<?> showStrings(int length) {
        return helpers.send("formats", new Formats(length));
    }

    private record Formats(int string) {}

    /** Whether Python code of libraries is told apart from the user's own. */
    CompletableFuture<?> justMyCode(boolean wanted, List<CodeRule> rules) {
        return helpers.send("just-my-code", new MyCode(wanted, rules));
    }

    private record MyCode(boolean wanted, List<CodeRule> rules) {}

    /** Gives GDB the program's file, without the debug information of a CPython that is installed for use, which would cost seconds. */
    CompletableFuture<?> programFile(Path file) {
        return helpers.send("program-file", new FileRef(file.toString()));
    }

    private record FileRef(String file) {}

    /** Gives the variables of Python, which were put aside for GDB's own, back to the program that GDB will start. */
    CompletableFuture<?> giveBackEnvironment() {
        return helpers.send("give-back-environment", new Helpers.Nothing());
    }

    /** From now on GDB starts programs through this script, which is kept in {@code directory}. */
    CompletableFuture<?> launchScript(Path directory, String text) {
        return helpers.send("launch-script", new Script(directory.toString(), text));
    }

    private record Script(String directory, String text) {}

    /** Has the program that starts next stop where it calls {@code breakpoint()}. */
    CompletableFuture<?> breakpointCalls() {
        return helpers.send("await-breakpoint-calls", new Helpers.Nothing());
    }
}
