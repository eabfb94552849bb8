package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.BreakpointNews;
import dev.twinstack.adapter.children.Children;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.execution.Stops;
import dev.twinstack.adapter.modules.Modules;
import dev.twinstack.adapter.modules.ObjectFile;
import dev.twinstack.adapter.python.HelperEvent;

/** What the helpers tell unasked in GDB's log, handed to the concern that it is about. */
public record HelperEvents(Stops stops, BreakpointNews breakpoints, Modules modules, Children children, Events events) {
    /** A line of GDB's log; one that is not the helpers' is of no concern here. */
    void said(String line) {
        if (line.startsWith(HelperEvent.FOR_THE_USER)) {
            events.output("important", line.substring(HelperEvent.FOR_THE_USER.length()));
        } else {
            HelperEvent.of(line).ifPresent(this::told);
        }
    }

    private void told(HelperEvent event) {
        switch (event.name()) {
            case "child" -> children.told(event);
            case "object-file" -> modules.read(event.as(ObjectFile.class));
            case "python-stop" -> stops.foretold(event);
            default -> breakpoints.told(event);
        }
    }
}
