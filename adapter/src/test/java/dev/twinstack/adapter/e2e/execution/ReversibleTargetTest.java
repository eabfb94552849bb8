package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Backwards.back;
import static dev.twinstack.adapter.dsl.Backwards.isOffered;
import static dev.twinstack.adapter.dsl.Stepping.thread;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.GdbServer;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import org.junit.jupiter.api.Test;

/** Targets that can go back by themselves, and those that cannot. */
@EndToEnd
class ReversibleTargetTest {
    @Test
    void aTargetThatGoesBackDoesSoToItsBeginning() {
        try (GdbServer server = GdbServer.reversible(TestProgram.named("spin"));
                DebugSession session = DebugSession.open(server.attach().with("stopOnEntry", true))) {
            assertThat(isOffered(session)).isTrue();
            Stop stop = session.start().stopped("entry");
            assertThat(stop.top().instruction()).isEqualTo("0x1010");
            JsonObject instruction = thread(stop);
            instruction.addProperty("granularity", "instruction");
            session.ask("stepBack", instruction);
            stop = session.stopped("step");
            assertThat(stop.top().instruction()).isEqualTo("0x100f");
            stop = back(stop, "reverseContinue", "pause");
            assertThat(stop.words()).contains("End of the recording");
            assertThat(stop.top().instruction()).isEqualTo("0x1000");
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void aGdbserverOffersNoWayBack() {
        try (GdbServer server = GdbServer.holding(Launch.executable("steps"));
                DebugSession session = DebugSession.open(server.launch())) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint");
            session.client().ask("stepBack", thread(stop)).refused("There is no recording");
            session.resume(stop);
            session.exited(0);
        }
    }
}
