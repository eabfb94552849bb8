package dev.twinstack.adapter.session;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dap.UserError;
import java.nio.file.Path;

/** What the client wants to debug, checked: a program to start, or a process to attach to. */
public sealed interface LaunchArguments permits Launch, Attach {
    /** What every kind of session takes. */
    Settings settings();

    /** What a relative path is relative to. */
    default Path cwd() {
        return settings().cwd();
    }

    /** Reads the attributes of a launch request. Throws {@link UserError} for a contradiction, a wrong type, or a directory that is not there. */
    static LaunchArguments ofLaunch(JsonObject json) {
        return Launch.read(new Attributes(json));
    }

    /** Reads the attributes of an attach request. Throws {@link UserError} as {@link #ofLaunch} does. */
    static LaunchArguments ofAttach(JsonObject json) {
        return Attach.read(new Attributes(json));
    }
}
