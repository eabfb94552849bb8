package dev.twinstack.adapter.dap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionThreadTest {
    private final SessionThread thread = new SessionThread();
    private final List<String> order = new ArrayList<>();

    @Test
    void whatFollowsAResponseRunsBeforeTheNextMessage() throws InterruptedException {
        thread.post(() -> {
            thread.afterResponse(() -> order.add("event"));
            order.add("response");
        });
        thread.post(() -> order.add("next message"));

        assertThat(run()).containsExactly("response", "event", "next message");
    }

    @Test
    void anUrgentMessageGoesFirst() throws InterruptedException {
        thread.post(() -> order.add("waiting"));
        thread.postFirst(() -> order.add("urgent"));

        assertThat(run()).containsExactly("urgent", "waiting");
    }

    @Test
    void whatMayRunAtAnyTimeRunsOnceInTheMidstOfAMessageOrInItsPlace() throws InterruptedException {
        thread.postAnytime(() -> order.add("first"));
        thread.post(() -> {
            thread.meanwhile();
            order.add("message");
        });
        thread.postAnytime(() -> order.add("second"));
        thread.postAnytime(() -> order.add("third"));

        assertThat(run()).containsExactly("first", "second", "third", "message");
    }

    @Test
    void aMessageForLaterComesWhenItsTimeHasPassed() throws InterruptedException {
        long begun = System.nanoTime();
        thread.postLater(Duration.ofMillis(20), thread::end);
        thread.run();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void aBugInOneMessageDoesNotEndTheSession() throws InterruptedException {
        thread.post(() -> {
            throw new IllegalStateException("thrown by the test");
        });
        thread.post(() -> order.add("still here"));

        assertThat(run()).containsExactly("still here");
    }

    private List<String> run() throws InterruptedException {
        thread.post(thread::end);
        thread.run();
        return order;
    }
}
