package dev.twinstack.adapter.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Stack;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The stacks that the program {@code soak} may have: each frame stands on a line of its function, and was called from a line that calls it. */
final class LegalStacks {
    private static final String BY_C = "PyObject_CallFunctionObjArgs(";
    /** For each function, a text that the line of its caller must have. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("work", "work("),
            Map.entry("one_round", "one_round("),
            Map.entry("expected", "expected("),
            Map.entry("outer", "outer("),
            Map.entry("call", "soak.call("),
            Map.entry("inner", BY_C),
            Map.entry("failing", BY_C),
            Map.entry("numbers", "numbers("),
            Map.entry("leaf", "soak.leaf("),
            Map.entry("twice", "twice("),
            Map.entry("rest", "soak.rest("),
            Map.entry("caught", "caught("),
            Map.entry("<genexpr>", "sum("),
            Map.entry("<listcomp>", "sum(["),
            Map.entry("boxed", "boxed("),
            Map.entry("weighed", "weighed("),
            Map.entry("weight_new", "soak.Weight("),
            Map.entry("weight_of", "weight_of("),
            Map.entry("weight_add", "weight + weight"),
            Map.entry("weight_grams", "weight.grams"),
            Map.entry("__init__", "Box("),
            Map.entry("__enter__", "with Box("),
            Map.entry("__exit__", "box"),
            Map.entry("doubled", "box.doubled"));

    private final Path folder;
    private final Sources sources;

    LegalStacks(TestProgram program, Sources sources) {
        this.folder = program.folder();
        this.sources = sources;
    }

    /** The frames of the program's own code, newest first, below those of code that the user has typed. */
    List<Frame> own(Stack stack) {
        List<Frame> visible = stack.visible();
        int typed = visible.stream().map(Frame::sourceName).toList().lastIndexOf("<evaluated>");
        return visible.subList(typed + 1, visible.size()).stream()
                .filter(frame -> frame.path().startsWith(folder.toString()))
                .toList();
    }

    /** A function's name without those of what is around it. */
    static String name(Frame frame) {
        return frame.name().substring(frame.name().lastIndexOf('.') + 1);
    }

    void check(Stack stack) {
        assertThat(stack.frames())
                .as("frames of the debugger's own")
                .noneMatch(frame -> frame.sourceName().contains("twinstack"));
        List<Frame> frames = own(stack);
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            assertThat(sources.has(Path.of(frame.path()), name(frame), frame.line()))
                    .as("%s is on a line of its function, in:\n%s", frame, stack)
                    .isTrue();
            if (i + 1 < frames.size()) {
                assertCalled(frame, frames.get(i + 1), stack);
            }
        }
    }

    private void assertCalled(Frame frame, Frame caller, Stack stack) {
        assertThat(CALLS).as("functions that may be called, in:\n%s", stack).containsKey(name(frame));
        assertThat(sources.line(Path.of(caller.path()), caller.line()))
                .as("the line that has called %s, in:\n%s", frame, stack)
                .contains(CALLS.get(name(frame)));
    }
}
