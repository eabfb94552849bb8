package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.ServerProcess;
import dev.twinstack.adapter.dsl.Stop;
import org.junit.jupiter.api.Test;

/** {@code bin/twinstack} as editors start it. The client refuses a byte on standard output that is not DAP. */
@EndToEnd
class StdioProcessIT {
    @OnSystemPython
    void aWholeSessionOverStandardStreams(Python python) {
        try (ServerProcess server = ServerProcess.start();
                DebugSession session = DebugSession.open(server, Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint").at("callback.c@leaf");
            stop.top().local("items").says("[1, 2, 3]");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void theServerEndsWithStatusZeroAndWithoutComplaints() {
        try (ServerProcess server = ServerProcess.start()) {
            try (DebugSession session = DebugSession.open(server, Launch.executable("native"))) {
                session.start().exited(0);
                session.disconnect(new JsonObject());
                assertThat(server.exitStatus()).isZero();
            }
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void aClientThatKnowsGdbStartsItAsGdb() {
        try (ServerProcess server = ServerProcess.start("-i=dap");
                DebugSession session = DebugSession.open(server, Launch.executable("native"))) {
            session.start().exited(0);
        }
    }

    @Test
    void theProgramPrintsNothingOnTheServersOutput() {
        try (ServerProcess server = ServerProcess.start();
                DebugSession session =
                        DebugSession.open(server, Launch.executable("flood").args("10000"))) {
            session.start().exited(0);
            assertThat(session.output(output -> true).size("stdout")).isEqualTo(640_000);
        }
    }
}
