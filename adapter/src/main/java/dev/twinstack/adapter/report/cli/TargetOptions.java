package dev.twinstack.adapter.report.cli;

import dev.twinstack.adapter.cli.Arguments;
import dev.twinstack.adapter.report.AttributeOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options that say how GDB reads the process or core file of a report. */
final class TargetOptions {
    private TargetOptions() {}

    /** The names of a subcommand's own options, and {@code --gdb}, which all subcommands take. */
    static Set<String> names(String... own) {
        Set<String> names = new HashSet<>(List.of(own));
        names.add("--gdb");
        return names;
    }

    static Map<String, Object> attributes(Arguments arguments) {
        Map<String, Object> attributes = new HashMap<>();
        AttributeOptions.ATTRIBUTES.forEach(
                (option, name) -> arguments.value(option).ifPresent(value -> attributes.put(name, value)));
        return attributes;
    }
}
