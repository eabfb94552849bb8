package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Server;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Attaching to a process that is still to start. */
@EndToEnd
class WaitForTest {
    @Test
    void aProgramIsAttachedToAsSoonAsItStarts() {
        Path go = Files.nowhere("go");
        String name = "spin-" + ProcessHandle.current().pid();
        Launch launch = Launch.executable("spin").named(name).args(go.toString());
        Launch attach = Launch.attach(launch.program()).with("waitFor", name);
        try (RunningProgram before = launch.run().printed("running");
                Awaited awaited = new Awaited(launch)) {
            try (DebugSession session = DebugSession.openWhileWaiting(attach, awaited::start)) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.output(output -> output.category("console").contains("' runs already as " + before.pid()));
                long pid = session.client().event("process").integer("systemProcessId");
                assertThat(pid).isEqualTo(awaited.program.pid()).isNotEqualTo(before.pid());
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(awaited.program.exitStatus()).isZero();
        }
    }

    @OnSystemPython
    void aPythonProgramIsKnownByItsScript(Python python) {
        String name = "main-" + ProcessHandle.current().pid() + ".py";
        Launch launch = Launch.python("sigint_noticed", python)
                .named(name)
                .args(Files.nowhere("go").toString());
        Launch attach = Launch.attach(launch.program()).with("waitFor", name);
        try (Awaited awaited = new Awaited(launch);
                DebugSession session = DebugSession.openWhileWaiting(attach, awaited::start)) {
            session.start();
            assertThat(session.client().event("process").integer("systemProcessId"))
                    .isEqualTo((int) awaited.program.pid());
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void theWaitHasAnEnd() {
        Launch attach = Launch.attach(TestProgram.named("spin"))
                .with("waitFor", "never-started")
                .with("waitForTimeout", 0.5);
        DebugSession.refusal(attach).refused("No process 'never-started' was started", "'waitForTimeout'");
    }

    @Test
    void cancelEndsTheWaitAndAnotherAttachIsTaken() {
        try (Server server = EmbeddedServer.start();
                RunningProgram program = Launch.executable("spin").run().printed("running")) {
            DapClient client = initialized(server);
            CompletableFuture<Response> waiting = client.send("attach", Json.object("waitFor", "never-started"));
            int request = client.lastSeq();
            client.ask("threads", new JsonObject()); // answered once the wait has begun
            client.ask("cancel", Json.object("requestId", request)).succeeded();
            client.await("attach", waiting).refused("cancelled");
            client.send("attach", Json.object("processId", program.pid()));
            client.event("initialized");
            client.ask("disconnect", new JsonObject()).succeeded();
        }
    }

    @Test
    void disconnectEndsTheWait() {
        try (Server server = EmbeddedServer.start()) {
            DapClient client = initialized(server);
            CompletableFuture<Response> waiting = client.send("attach", Json.object("waitFor", "never-started"));
            client.ask("threads", new JsonObject()); // answered once the wait has begun
            client.ask("disconnect", new JsonObject()).succeeded();
            client.await("attach", waiting).refused("The session ended");
        }
    }

    /** The program that a session waits for. */
    private static final class Awaited implements AutoCloseable {
        private final Launch launch;
        private RunningProgram program;

        Awaited(Launch launch) {
            this.launch = launch;
        }

        void start() {
            program = launch.run();
        }

        @Override
        public void close() {
            if (program != null) {
                program.close();
            }
        }
    }

    private static DapClient initialized(Server server) {
        DapClient client = new DapClient(server.output(), server.input());
        client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
        return client;
    }
}
