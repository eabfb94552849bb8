package dev.twinstack.adapter.session;

import dev.twinstack.adapter.launch.attributes.CodeRule;
import dev.twinstack.adapter.python.Helpers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations by which the settings of a session are set; none is waited for here. */
record SessionOperations(Helpers helpers) {
    /** How many characters of a string are shown from now on. */
    CompletableFuture<?> showStrings(int length) {
        return helpers.send("formats", new Formats(length));
    }

    private record Formats(int string) {}

    /** From now on there are variables whose values code in the program makes. */
    CompletableFuture<?> offerCode() {
        return helpers.send("offer-code", new Nothing());
    }

    private record Nothing() {}

    /** Whether Python code of libraries is told apart from the user's own. */
    CompletableFuture<?> justMyCode(boolean wanted, List<CodeRule> rules) {
        return helpers.send("just-my-code", new MyCode(wanted, rules));
    }

    private record MyCode(boolean wanted, List<CodeRule> rules) {}
}
