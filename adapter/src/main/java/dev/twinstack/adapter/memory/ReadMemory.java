package dev.twinstack.adapter.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.debug.MemoryEventArguments;

/**
 * Which memory the client has read, and by which references. VS Code relates a {@code memory} event to what it shows only if the event names the same
 * reference.
 */
final class ReadMemory {
    private static final int MOST = 64;

    private final Map<String, Region> regions = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Region> eldest) {
            return size() > MOST;
        }
    };

    /** Bytes from {@code start} to before {@code end}, from the reference on. */
    private record Region(long start, long end) {
        Region with(Region other) {
            return new Region(Math.min(start, other.start), Math.max(end, other.end));
        }

        boolean overlaps(long first, int length) {
            return first < end && start < first + length;
        }
    }

    /** The client has asked for bytes at an offset from its reference. */
    void read(String memoryReference, long offset, int count) {
        regions.merge(memoryReference, new Region(offset, offset + count), Region::with);
    }

    /** The events for bytes that have changed: one for each reference by which the client has read some of them, or if there is none, one by their own address. */
    List<MemoryEventArguments> changed(Address address, int length) {
        List<MemoryEventArguments> events = regions.entrySet().stream()
                .filter(read -> read.getValue().overlaps(offset(address, read.getKey()), length))
                .map(read -> event(read.getKey(), (int) offset(address, read.getKey()), length))
                .toList();
        return events.isEmpty() ? List.of(event(address.toString(), 0, length)) : events;
    }

    private static long offset(Address address, String memoryReference) {
        return address.bits() - Address.of(memoryReference).bits();
    }

    private static MemoryEventArguments event(String memoryReference, int offset, int count) {
        MemoryEventArguments event = new MemoryEventArguments();
        event.setMemoryReference(memoryReference);
        event.setOffset(offset);
        event.setCount(count);
        return event;
    }
}
