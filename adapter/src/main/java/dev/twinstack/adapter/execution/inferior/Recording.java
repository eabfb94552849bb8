package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.python.Helpers;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What GDB has recorded of the program, along which it goes backwards (GDB manual, "Process Record and Replay"). It begins by the attribute
 * {@code reverseDebugging} or by {@code record} in the debug console; until then no client is offered a step back, unless the target itself can
 * go back, as QEMU and rr's gdbserver.
 */
public final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    /** What GDB says at either end of a recording. GDB/MI tells it as {@code reason="no-history"}, but not before GDB 16. */
    private static final Pattern END =
            Pattern.compile("No more reverse-execution history|Reached end of recorded history");

    private static final Pattern SAID = Pattern.compile("Process record: ?|Process record (?=does not support)");

    private static final String LOST = "What was recorded beyond this point is lost, because the program was changed in"
            + " its past; it runs on from here.";

    private final RecordingOperations operations;
    private final SessionThread thread;
    private final Events events;
    private String wanted;
    private boolean isOn;
    /** Whether the target can go back by itself; GDB then takes commands meanwhile, as at any time. */
    private boolean byTarget;

    private String refusal;
    /** Whether GDB shows what the program did, instead of running it. */
    private boolean inHistory;

    private boolean standing;
    private boolean atEnd;
    private String said = "";

    Recording(Helpers helpers, SessionThread thread, Events events) {
        this.operations = new RecordingOperations(helpers);
        this.thread = thread;
        this.events = events;
    }

    /** The next program is recorded from its beginning by GDB's {@code method}; null: it is not recorded. */
    public void want(String method) {
        wanted = method;
    }

    /** Begins the recording, if one is wanted, where the program stands. A program that cannot be recorded runs as any other. */
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

    /** The target goes back by itself (MI: {@code -list-target-features} names {@code reverse}). */
    public void ofTarget() {
        refusal = null;
        isOn = true;
        byTarget = true;
        declare(true);
    }

    /** MI: {@code =record-started}. */
    public void started() {
        if (isOn) {
            return;
        }
        refusal = operations.backwardsRefusal();
        if (refusal != null) {
            events.tell(refusal);
        }
        isOn = true;
        declare(refusal == null);
    }

    /** MI: {@code =record-stopped}, which GDB does not send when it kills the program. */
    public void stopped() {
        if (isOn) {
            thread.afterResponse(() -> declare(false));
        }
        isOn = false;
        byTarget = false;
        inHistory = false;
    }

    /** Whether GDB records the program. */
    public boolean isOn() {
        return isOn;
    }

    /** Whether GDB shows what the program did; while that moves, GDB takes no commands. */
    boolean isInHistory() {
        return inHistory;
    }

    /** The program is about to be resumed. Looks first whether a change that the user has made in its past has cut the recording there. */
    void resuming(boolean backwards) {
        changed();
        inHistory = isOn && !byTarget && (backwards || inHistory);
        standing = false;
        atEnd = false;
        said = "";
    }

    /** The program stands. */
    void stands() {
        standing = true;
        try {
            inHistory = isOn && !byTarget && operations.replays();
        } catch (RuntimeException failed) {
            LOG.warn("Whether GDB shows what it has recorded is not known", failed);
        }
    }

    /** Something may have been changed in the program. If that was in its past, the recording ends there, and the user is told. */
    public void changed() {
        if (standing && inHistory && !operations.replays()) {
            inHistory = false;
            events.tell(LOST);
        }
    }

    /** Ends the recording; the program goes on from its end. */
    void stop() {
        operations.stopRecording();
        stopped();
    }

    private void declare(boolean backwards) {
        Capabilities capabilities = new Capabilities();
        capabilities.setSupportsStepBack(backwards);
        events.capabilities(capabilities);
    }

    /** Takes what GDB prints while the program runs and when it stops. */
    public void said(String text) {
        if (!isOn) {
            return;
        }
        atEnd |= END.matcher(text).find();
        if (SAID.matcher(text).find()) {
            said = text.replaceFirst("^[^A-Za-z]*", "").strip();
        }
    }

    /** Whether the program has stopped at the beginning or the end of the recording; asking forgets it. */
    public boolean takeEnd() {
        boolean ended = atEnd;
        atEnd = false;
        return ended;
    }

    /** GDB's reason for stopping the program that it records, or an empty text; asking forgets it. */
    public String takeComplaint() {
        String complaint = said;
        said = "";
        return complaint;
    }

    /** Throws {@link UserError} unless GDB can go backwards. */
    public void requireBackwards() {
        if (!isOn) {
            throw new UserError("There is no recording to go back along; set \"reverseDebugging\": true in the launch"
                    + " configuration, or type '-exec record' in the debug console.");
        }
        if (refusal != null) {
            throw new UserError(refusal);
        }
    }
}
