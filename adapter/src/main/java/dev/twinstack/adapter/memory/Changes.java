package dev.twinstack.adapter.memory;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.program.ProgramState;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.lsp4j.debug.InvalidatedAreas;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;

/**
 * Tells the client what the user has changed in the program that stands, by whichever request or command, so that it reads anew what it shows. It is
 * told after the response; changes of which GDB tells in one go are told once.
 */
public final class Changes {
    private final SessionThread thread;
    private final Events events;
    private final ClientFormat format;
    private final ProgramState program;
    private final ReadMemory read = new ReadMemory();
    private final Set<Range> ranges = new LinkedHashSet<>();
    private Runnable onChange = () -> {};

    private record Range(Address address, int length) {}

    public Changes(SessionThread thread, Events events, ClientFormat format, ProgramState program) {
        this.thread = thread;
        this.events = events;
        this.format = format;
        this.program = program;
    }

    /** What forgets what was made of values before they changed. It is called on the session thread. */
    public void onChange(Runnable forget) {
        onChange = forget;
    }

    /** The user has written to memory (MI: {@code =memory-changed}). On the session thread. */
    public void memoryChanged(String address, int length) {
        if (!format.takesMemoryEvents()) {
            return;
        }
        if (ranges.isEmpty()) {
            thread.post(this::tellRanges);
        }
        ranges.add(new Range(Address.of(address), length));
    }

    /** The client has read memory, and is to be told when that changes. */
    void read(String memoryReference, long offset, int count) {
        read.read(memoryReference, offset, count);
    }

    /** Values may have changed; {@code what}: {@code memory}, or {@code registers}, with which whole stacks may have. From any thread. */
    public void changed(String what) {
        thread.post(() -> {
            onChange.run();
            tell(
                    what.equals("registers")
                            ? new String[] {InvalidatedAreas.STACKS, InvalidatedAreas.VARIABLES}
                            : new String[] {InvalidatedAreas.VARIABLES});
        });
    }

    /** What was made of other values stands, but these may have changed as it was made: as a rule it changes none. */
    public void touched() {
        thread.post(() -> tell(InvalidatedAreas.VARIABLES));
    }

    /** The program stands elsewhere than where the client was told. From any thread. */
    public void moved() {
        thread.post(() -> {
            if (format.takesInvalidations()) {
                events.invalidated(InvalidatedAreas.STACKS, InvalidatedAreas.VARIABLES);
            } else if (program.isStopped()) {
                events.stopped(stopped(program.stoppedThread()));
            }
        });
    }

    /** Where the program stands, for a client that knows of stops alone that a stack is not valid any more. */
    private StoppedEventArguments stopped(int where) {
        StoppedEventArguments event = new StoppedEventArguments();
        event.setReason(StoppedEventArgumentsReason.PAUSE);
        event.setThreadId(where);
        event.setAllThreadsStopped(!program.isNonStop());
        event.setPreserveFocusHint(true);
        return event;
    }

    private void tell(String... areas) {
        if (format.takesInvalidations()) {
            events.invalidated(areas);
        }
    }

    private void tellRanges() {
        for (Range range : ranges) {
            read.changed(range.address(), range.length()).forEach(events::memory);
        }
        ranges.clear();
    }
}
