package dev.twinstack.adapter.memory;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.lsp4j.debug.InvalidatedAreas;

/**
 * Tells the client what the user has changed in the program that stands, by whichever request or command, so that it reads anew what it shows. It is
 * told after the response; changes of which GDB tells in one go are told once.
 */
public final class Changes {
    private final SessionThread thread;
    private final Events events;
    private final ClientFormat format;
    private final ReadMemory read = new ReadMemory();
    private final Set<Range> ranges = new LinkedHashSet<>();

    private record Range(Address address, int length) {}

    public Changes(SessionThread thread, Events events, ClientFormat format) {
        this.thread = thread;
        this.events = events;
        this.format = format;
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
        thread.post(() -> tell(
                what.equals("registers")
                        ? new String[] {InvalidatedAreas.STACKS, InvalidatedAreas.VARIABLES}
                        : new String[] {InvalidatedAreas.VARIABLES}));
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
