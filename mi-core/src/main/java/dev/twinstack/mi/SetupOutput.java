package dev.twinstack.mi;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Keeps what the set-up commands print to themselves: GDB's banner is nothing that a user wants to see. All else, and
 * after {@link #end()} everything, goes on to the consumer. Called on the reader thread alone, but for {@link #text()}.
 */
final class SetupOutput implements Consumer<MiRecord> {
    private final Consumer<MiRecord> next;
    private final StringBuffer text = new StringBuffer();
    private final CompletableFuture<MiRecord> first = new CompletableFuture<>();
    private boolean ended;

    SetupOutput(Consumer<MiRecord> next) {
        this.next = next;
    }

    @Override
    public void accept(MiRecord record) {
        first.complete(record);
        if (!ended && record instanceof MiRecord.Stream stream) {
            text.append(stream.text());
        } else {
            next.accept(record);
        }
    }

    /** Completed by the first record: GDB has started and understood its interpreter. */
    CompletableFuture<MiRecord> first() {
        return first;
    }

    void end() {
        ended = true;
    }

    String text() {
        return text.toString();
    }
}
