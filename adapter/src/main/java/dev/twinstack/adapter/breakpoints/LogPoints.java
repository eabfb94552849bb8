package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.dap.Events;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/** The messages of log points: lines in the console that lead to the lines of the log points. */
record LogPoints(Events events, ShownBreakpoints shown) {
    /** The helpers' event {@code log}: {@code number} is GDB's of the breakpoint. */
    record Logged(String number, String text) {}

    void logged(Logged logged) {
        OutputEventArguments output = new OutputEventArguments();
        output.setCategory(OutputEventArgumentsCategory.CONSOLE);
        output.setOutput(logged.text + "\n");
        if (shown.id(logged.number).isPresent()) {
            Breakpoint place = shown.told(logged.number);
            output.setSource(place.getSource());
            output.setLine(place.getLine());
        }
        events.output(output);
    }
}
