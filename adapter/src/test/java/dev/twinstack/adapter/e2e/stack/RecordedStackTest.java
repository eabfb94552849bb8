package dev.twinstack.adapter.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnEveryPython;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RecordedStack;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.Stack;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.List;

/**
 * The merged stack equals what the program recorded of itself: {@code sys._current_frames()} and {@code co_positions()} for the Python
 * frames, the Python depth at which each C function was called for the native ones.
 */
@EndToEnd
class RecordedStackTest {
    private static final int SITUATIONS = 20;

    @OnEveryPython
    void theStackIsWhatTheProgramRecorded(Python python) {
        assertThat(stopsThatAgree(everyFrame(Launch.python("truth", python)))).isGreaterThan(SITUATIONS);
    }

    @OnSystemPython
    void theStackIsWhatTheProgramRecordedWhenCIsOptimised(Python python) {
        assertThat(stopsThatAgree(everyFrame(Launch.python("truth", python, "-O2", "-fno-inline"))))
                .isGreaterThan(SITUATIONS);
    }

    /** The launch, in which the frames of libraries are the user's as all others. */
    private static Launch everyFrame(Launch launch) {
        return launch.with("justMyCode", false);
    }

    private static int stopsThatAgree(Launch launch) {
        Path records = ScratchDirectory.create("truth").resolve("records.jsonl");
        try (DebugSession session = DebugSession.open(launch.args(records.toString()))) {
            session.breakAt("truth.c@probe");
            session.start();
            int stops = 0;
            while (session.stopsBeforeItsEnd()) {
                Stop stop = session.stopped("breakpoint");
                assertAgrees(session.program(), stop.stack(), RecordedStack.read(records, stops));
                stops++;
                session.resume(stop);
            }
            session.exited(0);
            assertThat(RecordedStack.count(records)).isEqualTo(stops);
            return stops;
        }
    }

    private static void assertAgrees(TestProgram program, Stack shown, RecordedStack recorded) {
        String extension = program.file("truth.c").toString();
        List<String> ofProgram = shown.visible().stream()
                .filter(frame -> frame.isPython() || frame.path().equals(extension))
                .map(RecordedStack::describe)
                .toList();
        assertThat(ofProgram).isEqualTo(recorded.merged());
    }
}
