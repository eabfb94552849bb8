package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.launch.attributes.Attributes;

/** Where a program that is launched reads and writes (debugpy and lldb-dap: {@code console}). */
public enum Console {
    /** The client's debug console. */
    INTERNAL,
    /** A terminal inside the client. */
    INTEGRATED,
    /** A terminal in a window of its own. */
    EXTERNAL;

    /** Reads {@code console}, or without it cppdbg's {@code externalConsole} and lldb-dap's older {@code runInTerminal}. */
    static Console read(Attributes attributes) {
        boolean external = attributes.flag("externalConsole");
        boolean integrated = attributes.flag("runInTerminal");
        return attributes
                .text("console")
                .map(Console::named)
                .orElse(external ? EXTERNAL : integrated ? INTEGRATED : INTERNAL);
    }

    private static Console named(String name) {
        return switch (name) {
            case "internalConsole" -> INTERNAL;
            case "integratedTerminal" -> INTEGRATED;
            case "externalTerminal" -> EXTERNAL;
            default ->
                throw new UserError("The attribute 'console' must be \"internalConsole\", \"integratedTerminal\" or"
                        + " \"externalTerminal\", but it is '" + name + "'.");
        };
    }
}
