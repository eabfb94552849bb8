package dev.twinstack.adapter.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/** What a request means for the others in the queue: whether it goes before them, makes way for them, or ends them. */
enum RequestKind {
    /** Makes the program run. */
    RESUMING("configurationDone", "continue", "next", "stepIn", "stepOut", "stepBack", "reverseContinue", "restart"),
    /** Asks something about a stop, which is of no use once the program runs on. */
    READING(
            "threads",
            "scopes",
            "variables",
            "stackTrace",
            "completions",
            "readMemory",
            "disassemble",
            "locations",
            "twinstack.locals"),
    /** May run code of the program, or a script of GDB. */
    EVALUATING("evaluate", "setVariable", "setExpression"),
    /** An evaluation for a view of the editor, not one that the user has typed. */
    LOOKING,
    PAUSING("pause"),
    CANCELLING("cancel"),
    TERMINATING("terminate"),
    DISCONNECTING("disconnect"),
    /** Neither goes before others nor makes way for them. */
    ORDINARY;

    private static final Map<String, RequestKind> BY_METHOD = new HashMap<>();

    static {
        for (RequestKind kind : values()) {
            kind.methods.forEach(method -> BY_METHOD.put(method, kind));
        }
    }

    /** The contexts of evaluations that are for looking. */
    private static final Set<String> LOOKS = Set.of("hover", "watch", "variables");

    private final Set<String> methods;

    RequestKind(String... methods) {
        this.methods = Set.of(methods);
    }

    static RequestKind of(RequestMessage request) {
        boolean looks = request.getParams() instanceof EvaluateArguments evaluate
                && LOOKS.contains(String.valueOf(evaluate.getContext()));
        return looks ? LOOKING : BY_METHOD.getOrDefault(request.getMethod(), ORDINARY);
    }

    /** The names of all requests that are not ordinary. */
    static Set<String> methods() {
        return BY_METHOD.keySet();
    }

    /** Whether what GDB reads of the stop without having been asked is given up for it. */
    boolean overtakesReading() {
        return !reads() && this != PAUSING && this != CANCELLING;
    }

    boolean reads() {
        return this == READING || this == LOOKING;
    }

    boolean evaluates() {
        return this == EVALUATING || this == LOOKING;
    }
}
