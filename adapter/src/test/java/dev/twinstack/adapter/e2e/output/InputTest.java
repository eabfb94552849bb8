package dev.twinstack.adapter.e2e.output;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import org.junit.jupiter.api.Test;

/** What the user types in the console while the program runs is what the program reads. */
@EndToEnd
class InputTest {
    @Test
    void theProgramReadsWhatIsTypedWhileItRuns() {
        try (DebugSession session = DebugSession.open(Launch.executable("reader"))) {
            session.start().output(output -> output.ofDebuggee().contains("ready\n"));
            type(session, "Grüße, 世界");
            session.output(output -> output.ofDebuggee().contains("read Grüße, 世界\n"));
            session.client()
                    .ask("evaluate", Json.object("expression", "> frame", "context", "repl"))
                    .refused("The program is running");
            type(session, " > frame");
            session.output(output -> output.ofDebuggee().contains("read  > frame\n"));
            type(session, "end");
            session.exited(0);
        }
    }

    @Test
    void inputThatNobodyReadsHoldsNothingUp() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start();
            for (int line = 0; line < 200; line++) {
                type(session, "x".repeat(4000));
            }
            session.pause();
        }
    }

    private static void type(DebugSession session, String line) {
        session.ask("evaluate", Json.object("expression", line, "context", "repl"))
                .body();
    }
}
