package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import java.util.List;
import java.util.stream.StreamSupport;

/** The debuggee stands still. */
public record Stop(DebugSession session, Event event) {
    /** DAP's reason: breakpoint, function breakpoint, step, pause, exception, entry. */
    public String reason() {
        return event.text("reason");
    }

    /** The thread that caused the stop. */
    public int threadId() {
        return event.integer("threadId");
    }

    /** The ids of the breakpoints that were hit. */
    public List<Integer> hitBreakpointIds() {
        JsonArray ids = Json.member(event.body(), "hitBreakpointIds")
                .map(element -> element.getAsJsonArray())
                .orElseGet(JsonArray::new);
        return StreamSupport.stream(ids.spliterator(), false)
                .map(element -> element.getAsInt())
                .toList();
    }

    /** What a client shows about the stop: description and text. */
    public String words() {
        return (event.text("description") + " " + event.text("text")).strip();
    }

    /** The whole stack of the thread that stopped. */
    public Stack stack() {
        return session.stack(threadId(), 0, 0);
    }

    /** A page of that stack. */
    public Stack stack(int start, int levels) {
        return session.stack(threadId(), start, levels);
    }

    /** The newest frame. */
    public Frame top() {
        return stack(0, 1).top();
    }

    /** This stop, which is on a marked line. */
    public Stop at(String fileAndMark) {
        Place place = session.program().at(fileAndMark);
        Frame top = top();
        assertThat(top.path() + ":" + top.line()).as("place of the stop").isEqualTo(place.file() + ":" + place.line());
        return this;
    }
}
