package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the client wants to debug, checked: a program to start, a process to attach to, a core file, or what a remote target holds. */
public sealed interface LaunchArguments permits Launch, Attach, Core, Remote {
    /** What every kind of session takes. */
    Settings settings();

    /** What a relative path is relative to. */
    default Path cwd() {
        return settings().cwd();
    }

    /** Why no breakpoint can be set, or null. */
    default String breakpointRefusal() {
        return null;
    }

    /**
     * Reads the attributes of a launch request. Throws {@link UserError} for a contradiction, a wrong type, or a directory that is not there.
     * A child that another session holds is attached to: LSP4IJ asks for it by the request that began that session.
     */
    static LaunchArguments ofLaunch(Map<String, Object> given) {
        Attributes attributes = new Attributes(given);
        if (attributes.text(Attach.HELD).isPresent()) {
            return Attach.read(attributes);
        }
        return elsewhere(attributes, true).orElseGet(() -> Launch.read(attributes));
    }

    /** Reads the attributes of an attach request. Throws {@link UserError} as {@link #ofLaunch} does. */
    static LaunchArguments ofAttach(Map<String, Object> given) {
        Attributes attributes = new Attributes(given);
        return elsewhere(attributes, false).orElseGet(() -> Attach.read(attributes));
    }

    /** A core file or a remote target, which both requests can name. */
    private static Optional<LaunchArguments> elsewhere(Attributes attributes, boolean launched) {
        if (Core.isWanted(attributes)) {
            return Optional.of(Core.read(attributes));
        }
        return Remote.isWanted(attributes) ? Optional.of(Remote.read(attributes, launched)) : Optional.empty();
    }
}
