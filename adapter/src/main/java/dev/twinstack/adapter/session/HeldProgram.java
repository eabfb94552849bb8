package dev.twinstack.adapter.session;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.execution.inferior.Execution;

/** A program that stands while the client sets its breakpoints, because GDB has taken hold of it before. */
record HeldProgram(Execution execution, ConfiguredCommands commands, StoppedEvents stoppedEvents) {
    /** Lets it run on, unless it {@code stays}, or has met a stop of its own meanwhile: then the client is told where it stands. */
    void begin(boolean stays) {
        commands.postRun();
        if (execution.earlyStops().tell()) {
            return;
        }
        if (stays) {
            stoppedEvents.entry();
        } else {
            execution.continueAll();
        }
    }
}
