package dev.twinstack.mi;

import java.util.Map;

/** Changes to the environment that a process is started with. */
public final class Environment {
    private Environment() {}

    /** Sets each variable for the process that {@code builder} starts; a null value unsets it. */
    public static void change(ProcessBuilder builder, Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
    }
}
