package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.launch.FrameView;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.python.Question;
import java.util.List;
import java.util.Locale;

/** The helpers' operations on stacks. */
record StackOperations(Helpers helpers) {
    /** Part of the merged stack, newest frames first. */
    StackPage stack(StackRange range) {
        return helpers.answer(question(range));
    }

    /** Has GDB begin on what {@link #stack} will ask for next. */
    void expectStacks(List<StackRange> ranges) {
        helpers.expect(ranges.stream().map(StackOperations::question).toList());
    }

    private static Question<StackPage> question(StackRange range) {
        return new Question<>("stack", range, StackPage.class);
    }

    /** The instructions around an address, as a text in which that one is in line {@link DisassembledSources#LINE}. */
    String disassembly(String pc) {
        return helpers.call("disassembly", new Code(pc), Text.class).text();
    }

    private record Code(String address) {}

    /** Whether there is such a file where GDB runs. */
    boolean hasSource(String path) {
        return helpers.call("source-file", new PathRef(path), Presence.class).present();
    }

    private record PathRef(String path) {}

    private record Presence(boolean present) {}

    /** The text of a file where GDB runs. */
    String sourceText(String path) {
        return helpers.call("source-text", new PathRef(path), Text.class).text();
    }

    private record Text(String text) {}

    /**
     * Which frames of a merged stack.
     *
     * @param start index of the first, from 0 for the newest
     * @param parameters whether with the values that the functions were called with
     * @param evaluator whether with CPython's evaluator, if that is the newest frame
     * @param view the name of a {@link FrameView} in lower case
     */
    record StackRange(int thread, int start, int count, boolean parameters, boolean evaluator, String view) {
        static StackRange of(int thread, int start, int count, boolean parameters, boolean evaluator, FrameView view) {
            return new StackRange(
                    thread, start, count, parameters, evaluator, view.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Part of a merged stack.
     *
     * @param reason why Python frames are missing from it, or null
     * @param exceptions whether the thread has an exception, pending or handled
     */
    record StackPage(List<HelperFrame> frames, boolean more, String reason, boolean exceptions) {}
}
