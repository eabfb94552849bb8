package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.dap.UserError;
import java.util.List;
import java.util.stream.Collectors;

/** The formats that a report can be asked for in. */
public final class Formats {
    private static final List<Format> ALL = List.of(
            Text.plain(), new Markdown(), new Json(), new Html(), new JUnitXml(), new Sarif(), new Annotations());

    private Formats() {}

    /** Throws {@link UserError} where there is none of that name. */
    public static Format named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("There is no format '" + name + "'; choose of "
                        + ALL.stream().map(Format::name).collect(Collectors.joining(", ")) + "."));
    }
}
