package dev.twinstack.adapter.breakpoints;

import org.eclipse.lsp4j.debug.BreakpointMode;
import org.eclipse.lsp4j.debug.BreakpointModeApplicability;
import org.eclipse.lsp4j.debug.Capabilities;

/** DAP's breakpoint modes: an instruction that is written into the program, or the processor's debug registers. */
final class BreakpointModes {
    private static final String[] PLACES = {BreakpointModeApplicability.SOURCE, BreakpointModeApplicability.INSTRUCTION
    };

    private BreakpointModes() {}

    static void declare(Capabilities capabilities) {
        capabilities.setBreakpointModes(new BreakpointMode[] {
            mode("software", "Software", "As many as you want"),
            mode(
                    "hardware",
                    "Hardware",
                    "Four at most, together with data breakpoints; the program's code stays as it is")
        });
    }

    private static BreakpointMode mode(String id, String label, String description) {
        BreakpointMode mode = new BreakpointMode();
        mode.setMode(id);
        mode.setLabel(label);
        mode.setDescription(description);
        mode.setAppliesTo(PLACES);
        return mode;
    }
}
