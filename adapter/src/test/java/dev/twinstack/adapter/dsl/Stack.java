package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Frames of one thread, newest first. */
public record Stack(List<Frame> frames) {
    /** The frames that a client shows at first sight: all but CPython's own. */
    public List<Frame> visible() {
        return frames.stream().filter(frame -> !frame.isSubtle()).toList();
    }

    /** This stack, whose newest visible frames are these. */
    public Stack beginsWith(FramePattern... patterns) {
        List<Frame> visible = visible();
        assertThat(visible).as(this::toString).hasSizeGreaterThanOrEqualTo(patterns.length);
        IntStream.range(0, patterns.length)
                .forEach(i -> assertThat(patterns[i].fits(visible.get(i)))
                        .as("frame %d is %s, in:\n%s", i, patterns[i], this)
                        .isTrue());
        return this;
    }

    /** The newest frame. */
    public Frame top() {
        return frames.get(0);
    }

    /** The newest frame of that function. */
    public Frame frame(String name) {
        return frames.stream()
                .filter(frame -> frame.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No frame " + name + " in:\n" + this));
    }

    @Override
    public String toString() {
        return frames.stream().map(Frame::toString).collect(Collectors.joining("\n"));
    }
}
