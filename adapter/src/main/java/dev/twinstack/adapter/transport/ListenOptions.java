package dev.twinstack.adapter.transport;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.server.AccessToken;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line says of clients that connect.
 *
 * @param token what they must name, or null
 */
public record ListenOptions(Endpoint endpoint, AccessToken token) {
    /** Reads {@code --listen ENDPOINT [--allow-remote] [--token-file FILE]}. Throws {@link UserError} for anything else, and for what would be open to strangers. */
    public static ListenOptions parse(List<String> arguments) {
        Endpoint endpoint = null;
        AccessToken token = null;
        boolean remote = false;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String option = words.next();
            switch (option) {
                case "--listen" -> endpoint = Endpoint.of(value(option, words));
                case "--token-file" -> token = AccessToken.read(Path.of(value(option, words)));
                case "--allow-remote" -> remote = true;
                default -> throw new UserError("The option '" + option + "' is not known; see twinstack --help.");
            }
        }
        return checked(endpoint, token, remote);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new UserError("The option " + option + " lacks its value; see twinstack --help.");
        }
        return words.next();
    }

    private static ListenOptions checked(Endpoint endpoint, AccessToken token, boolean remote) {
        if (endpoint == null) {
            throw new UserError("There is nothing to listen on; give --listen.");
        }
        if (!endpoint.isLocal() && (!remote || token == null)) {
            throw new UserError("Whoever reaches the port could run any program as you. Listening beyond this machine"
                    + " takes both --allow-remote and --token-file; safer is a port of the loopback through ssh -L.");
        }
        return new ListenOptions(endpoint, token);
    }
}
