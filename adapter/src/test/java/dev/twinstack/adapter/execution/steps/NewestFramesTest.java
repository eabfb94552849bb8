package dev.twinstack.adapter.execution.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.stack.HelperFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a step sees of the newest frames. */
class NewestFramesTest {
    private static final String HEADER = "/usr/include/python3.11/object.h";

    @Test
    void aFunctionOfCPythonsHeadersIsWithinTheMachineryThatHasCalledIt() {
        HelperFrame machinery = frame("/src/cyt.pyx", true, false);
        HelperFrame users = frame("/src/cyt.pyx", false, false);
        HelperFrame release = frame(HEADER, false, false);
        assertThat(new NewestFrames(List.of(machinery, users)).isWithinMachinery())
                .isTrue();
        assertThat(new NewestFrames(List.of(release, release, machinery)).isWithinMachinery())
                .isTrue();
        assertThat(new NewestFrames(List.of(release, users, machinery)).isWithinMachinery())
                .isFalse();
        assertThat(new NewestFrames(List.of(users, machinery)).isWithinMachinery())
                .isFalse();
        assertThat(new NewestFrames(List.of()).isWithinMachinery()).isFalse();
    }

    @Test
    void anInlineFrameMakesAStackNoDeeper() {
        HelperFrame machinery = frame("/src/cyt.pyx", true, false);
        HelperFrame inline = frame(HEADER, false, true);
        assertThat(new NewestFrames(List.of(inline, machinery)).nativeDepth())
                .isEqualTo(new NewestFrames(List.of(machinery)).nativeDepth());
    }

    private static HelperFrame frame(String file, boolean subtle, boolean inline) {
        return new HelperFrame(
                "native", null, 0, "f", file, 1, null, null, null, false, false, "0x1", null, subtle, inline, null);
    }
}
