package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tests say about stacks can fail. */
class StackTest {
    private final TestProgram callback = TestProgram.named("callback");
    private final Stack stack = new Stack(List.of(
            frame("leaf", callback.at("callback.c@leaf"), "normal"),
            frame("libpython!call", new Place(callback.file("x"), 0), "subtle"),
            frame("inner", callback.at("main.py@inner"), "normal")));

    @Test
    void subtleFramesAreLookedThrough() {
        stack.beginsWith(callback.frame("leaf", "callback.c@leaf"), callback.frame("inner", "main.py@inner"));
    }

    @Test
    void aWrongLineNameOrLengthFails() {
        assertFails(callback.frame("leaf", "callback.c@leaf-end"));
        assertFails(callback.frame("twice", "callback.c@leaf"));
        assertFails(FramePattern.called("leaf"), FramePattern.called("inner"), FramePattern.called("outer"));
    }

    @Test
    void marksAreWholeWords() {
        assertThat(callback.at("callback.c@leaf-end").line())
                .isEqualTo(callback.at("callback.c@leaf").line() + 1);
        assertThatThrownBy(() -> callback.at("callback.c@lea")).hasMessageContaining("@lea");
    }

    private void assertFails(FramePattern... patterns) {
        assertThatThrownBy(() -> stack.beginsWith(patterns))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("libpython!call");
    }

    private static Frame frame(String name, Place place, String hint) {
        return Frame.of(
                null,
                Json.object(
                        "id",
                        1,
                        "name",
                        name,
                        "line",
                        place.line(),
                        "source",
                        Map.of("path", place.file().toString()),
                        "presentationHint",
                        hint));
    }
}
