package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;

/**
 * What GDB has recorded of the program, along which it goes backwards (GDB manual, "Process Record and Replay"). It begins by the attribute
 * {@code reverseDebugging} or by {@code record} in the debug console; until then no client is offered a step back.
 */
public final class Recording {
    /** What GDB says at either end; MI tells it as {@code reason="no-history"}, and not at all before GDB 16. */
    private static final Pattern END =
            Pattern.compile("No more reverse-execution history|Reached end of recorded history");

    private static final Pattern SAID = Pattern.compile("Process record: ?|Process record (?=does not support)");

    private final ExecutionOperations operations;
    private final Execution execution;
    private final Events events;
    private String wanted;
    private String refusal;
    private boolean atEnd;
    private String said = "";

    public Recording(Helpers helpers, Execution execution, Events events) {
        this.operations = new ExecutionOperations(helpers);
        this.execution = execution;
        this.events = events;
    }

    /** The next program is recorded from its beginning by GDB's {@code method}; null: none is. */
    public void want(String method) {
        wanted = method;
    }

    /** The program stands where the recording is to begin; one that cannot be recorded runs as any other. */
    public void begin() {
        if (wanted != null) {
            try {
                operations.record(wanted);
                started(); // GDB 18 keeps its record for itself
            } catch (RuntimeException failed) {
                events.output(OutputEventArgumentsCategory.IMPORTANT, failed.getMessage() + "\n");
            }
        }
    }

    /** MI: {@code =record-started}. */
    public void started() {
        if (execution.isRecorded()) {
            return;
        }
        refusal = operations.backwardsRefusal();
        if (refusal != null) {
            events.tell(refusal);
        }
        execution.recorded(true);
        declare(refusal == null);
    }

    /** MI: {@code =record-stopped}. */
    public void stopped() {
        execution.recorded(false);
        declare(false);
    }

    private void declare(boolean backwards) {
        Capabilities capabilities = new Capabilities();
        capabilities.setSupportsStepBack(backwards);
        events.capabilities(capabilities);
    }

    /** What GDB says while the program runs and when it stops. */
    public void said(String text) {
        if (!execution.isRecorded()) {
            return;
        }
        atEnd |= END.matcher(text).find();
        if (SAID.matcher(text).find()) {
            said = text.replaceFirst("^[^A-Za-z]*", "").strip();
        }
    }

    /** Whether the program has stopped where the recording begins or ends. */
    boolean takeEnd() {
        boolean ended = atEnd;
        atEnd = false;
        return ended;
    }

    /** GDB's words on why it has stopped the program that it records; empty where it gave none. */
    String takeComplaint() {
        String complaint = said;
        said = "";
        return complaint;
    }

    /** Throws {@link UserError} unless GDB can go backwards. */
    void requireBackwards() {
        if (!execution.isRecorded()) {
            throw new UserError("There is no recording to go back along; set \"reverseDebugging\": true in the launch"
                    + " configuration, or type '-exec record' in the debug console.");
        }
        if (refusal != null) {
            throw new UserError(refusal);
        }
    }
}
