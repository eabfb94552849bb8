package dev.twinstack.mi;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Keeps what GDB prints between {@link #begin()} and {@link #end()} from the user, such as its banner, and passes everything else
 * on. Called on the reader thread, except {@link #text()}.
 */
final class SetupOutput implements Consumer<MiRecord> {
    private final Consumer<MiRecord> next;
    private final StringBuffer text = new StringBuffer();
    private final CompletableFuture<MiRecord> first = new CompletableFuture<>();
    private volatile boolean keeping;

    SetupOutput(Consumer<MiRecord> next) {
        this.next = next;
    }

    @Override
    public void accept(MiRecord record) {
        first.complete(record);
        if (keeping && record instanceof MiRecord.Stream stream) {
            text.append(stream.text());
        } else {
            next.accept(record);
        }
    }

    /** Completed by the first record: GDB has started and understood its interpreter. */
    CompletableFuture<MiRecord> first() {
        return first;
    }

    void begin() {
        keeping = true;
    }

    void end() {
        keeping = false;
    }

    String text() {
        return text.toString();
    }
}
