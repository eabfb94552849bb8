package dev.twinstack.adapter.server;

import dev.twinstack.adapter.dap.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Whether the client may use the session. Where the server demands a token, launch or attach must name it in {@code token}; before that nothing is
 * started and other requests are refused. A wrong token ends the session.
 */
final class Admission {
    private static final Set<String> BEFORE =
            Set.of("initialize", "launch", "attach", "cancel", "terminate", "disconnect");

    /** How long a client may take until it has named the token. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runnable refused;
    private AccessToken token;
    private boolean open = true;

    /** {@code refused} is run when a client has named a wrong token. */
    Admission(Runnable refused) {
        this.refused = refused;
    }

    /** Sets the token that the client must name, before the first request; null: every client may use the session. */
    void demand(AccessToken wanted) {
        token = wanted;
        open = wanted == null;
    }

    boolean isOpen() {
        return open;
    }

    /** The attributes of a launch or attach that may be carried out. Throws {@link UserError} when they lack the token. */
    Map<String, Object> admit(Map<String, Object> attributes) {
        if (!open && !token.is(attributes.get("token"))) {
            refused.run();
            throw new UserError(
                    "This server demands a token, and it was not given, or is another; set 'token' in the launch configuration.");
        }
        open = true;
        return attributes;
    }

    /** Throws {@link UserError} for a request that only a client with the token may send. */
    void check(String method) {
        if (!open && !BEFORE.contains(method)) {
            throw new UserError("This server demands a token; send launch or attach with it first.");
        }
    }
}
