package dev.twinstack.adapter.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;

/** What a request is to others that wait or are at work with it. */
enum RequestKind {
    /** Makes the program run. */
    RESUMING("configurationDone", "continue", "next", "stepIn", "stepOut", "stepBack", "reverseContinue", "restart"),
    /** Asks something of a stop that is of no use behind it. */
    READING("threads", "scopes", "variables", "stackTrace", "completions", "readMemory", "disassemble", "locations"),
    /** May have code of the program run, or a script of GDB. */
    EVALUATING("evaluate", "setVariable", "setExpression"),
    /** An evaluation for the editor's own views, and not one that the user has typed. */
    LOOKING,
    PAUSING("pause"),
    CANCELLING("cancel"),
    TERMINATING("terminate"),
    DISCONNECTING("disconnect"),
    /** Neither comes before others nor has to make way. */
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

    /** Whether it does not wait for what GDB reads of the stop and nobody has asked for. */
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
