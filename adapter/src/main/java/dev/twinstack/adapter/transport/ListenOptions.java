package dev.twinstack.adapter.transport;

import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.server.AccessToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The command line of a server.
 *
 * @param token what a client must name, or null
 */
public record ListenOptions(Endpoint endpoint, AccessToken token) {
    private static final String REMOTE = "--allow-remote";

    /** Reads {@code --listen ENDPOINT [--allow-remote] [--token-file FILE]}. Throws {@link UserError} for anything else, and for what would be open to strangers. */
    public static ListenOptions parse(List<String> given) {
        Arguments arguments = Arguments.parse(given, Set.of(REMOTE), Set.of("--listen", "--token-file"));
        if (!arguments.operands().isEmpty()) {
            throw new UserError("'" + arguments.operands().get(0) + "' is no option; see twinstack --help.");
        }
        Endpoint endpoint = arguments
                .value("--listen")
                .map(Endpoint::of)
                .orElseThrow(() -> new UserError("There is nothing to listen on; give --listen."));
        AccessToken token = arguments
                .value("--token-file")
                .map(Path::of)
                .map(AccessToken::read)
                .orElse(null);
        if (!endpoint.isLocal() && (!arguments.has(REMOTE) || token == null)) {
            throw new UserError("Whoever reaches the port could run any program as you. Listening beyond this machine"
                    + " takes both --allow-remote and --token-file; safer is a port of the loopback through ssh -L.");
        }
        return new ListenOptions(endpoint, token);
    }
}
