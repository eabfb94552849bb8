package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Path;
import java.util.Map;

/** What the client wants to debug, checked: a program to start, a process to attach to, or a core file. */
public sealed interface LaunchArguments permits Launch, Attach, Core {
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

    /** Reads the attributes of a launch request. Throws {@link UserError} for a contradiction, a wrong type, or a directory that is not there. */
    static LaunchArguments ofLaunch(Map<String, Object> given) {
        Attributes attributes = new Attributes(given);
        return Core.isWanted(attributes) ? Core.read(attributes) : Launch.read(attributes);
    }

    /** Reads the attributes of an attach request. Throws {@link UserError} as {@link #ofLaunch} does. */
    static LaunchArguments ofAttach(Map<String, Object> given) {
        Attributes attributes = new Attributes(given);
        return Core.isWanted(attributes) ? Core.read(attributes) : Attach.read(attributes);
    }
}
