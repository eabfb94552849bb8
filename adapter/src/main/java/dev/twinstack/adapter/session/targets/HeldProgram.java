package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.console.ConfiguredCommands;
import dev.twinstack.adapter.execution.StoppedEvents;
import dev.twinstack.adapter.execution.inferior.Execution;

/** A program that stands while the client sets its breakpoints, because GDB has taken hold of it before. */
public record HeldProgram(Execution execution, ConfiguredCommands commands, StoppedEvents stoppedEvents) {
    /** Lets it run on, unless it {@code stays}, or has met a stop of its own meanwhile: then the client is told where it stands. */
    void begin(boolean stays) {
        commands.postRun();
        if (execution.untoldStops().tell()) {
            return;
        }
        if (stays) {
            stoppedEvents.entry();
        } else {
            execution.continueAll();
        }
    }

    /** Tells the client where a core file stands; {@code signal}: the number of the one that ended its program, or 0. */
    void beginCore(int signal) {
        commands.postRun();
        stoppedEvents.core(signal);
    }
}
