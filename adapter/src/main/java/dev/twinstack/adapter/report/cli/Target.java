package dev.twinstack.adapter.report.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options that say how GDB reads what a report is of: each is an attribute of launch.json. */
final class Target {
    private static final Map<String, String> ATTRIBUTES =
            Map.of("--program", "program", "--sysroot", "sysroot", "--gdb", "gdb");

    private Target() {}

    /** Their names; {@code --gdb} is always one. */
    static Set<String> options(String... own) {
        Set<String> names = new HashSet<>(List.of(own));
        names.add("--gdb");
        return names;
    }

    static Map<String, Object> attributes(Arguments arguments) {
        Map<String, Object> attributes = new HashMap<>();
        ATTRIBUTES.forEach((option, name) -> arguments.value(option).ifPresent(value -> attributes.put(name, value)));
        return attributes;
    }
}
