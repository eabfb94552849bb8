package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ChildSessions;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a session ends, a child that waits for a session of its own does not stay stopped. */
@EndToEnd
class HeldChildrenTest {
    /** How a session ends while a child waits. */
    enum End {
        DISCONNECT,
        SIGTERM,
        SIGINT,
        SIGKILL,
        SIGKILL_OF_GDB,
        SIGKILL_OF_BOTH;

        private void of(ServerProcess server, DebugSession session) {
            List<ProcessHandle> gdbs = server.handle()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/gdb"))
                    .toList();
            switch (this) {
                case DISCONNECT -> session.disconnect(new JsonObject());
                case SIGTERM -> kill("TERM", Stream.of(server.handle()));
                case SIGINT -> kill("INT", Stream.of(server.handle()));
                case SIGKILL -> kill("KILL", Stream.of(server.handle()));
                case SIGKILL_OF_GDB -> kill("KILL", gdbs.stream());
                case SIGKILL_OF_BOTH -> kill("KILL", Stream.concat(Stream.of(server.handle()), gdbs.stream()));
            }
        }

        /** All of them at once. */
        private static void kill(String signal, Stream<ProcessHandle> processes) {
            Stream<String> pids = processes.map(process -> Long.toString(process.pid()));
            Commands.run(Stream.concat(Stream.of("kill", "-s", signal), pids).toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChildOfAProgramThatWasAttachedToRunsOn(End end) {
        runsOnAfter(end, attach -> attach);
    }

    /** A program that was attached to, and whose child waits, comes to its own end. */
    static void runsOnAfter(End end, UnaryOperator<Launch> leads) {
        Path go = Files.nowhere("go");
        Launch forks = Launch.executable("forks").args(go.toString());
        ChildSessions children = new ChildSessions(forks.program());
        try (RunningProgram program = forks.run();
                ServerProcess server = ServerProcess.startOfClasses()) {
            Launch attach = leads.apply(Launch.attach(program).with("subProcess", true));
            DebugSession parent = DebugSession.open(server, attach, children);
            parent.start();
            Files.create(go);
            children.nextConfiguration();
            end.of(server, parent);
            assertThat(program.exitStatus()).isEqualTo(2);
            assertThat(program.printed()).isEqualTo("child exited with 7\n");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGTERM", "SIGINT", "SIGKILL_OF_BOTH"})
    void aChildWhoseLaunchedParentHasEndedComesToItsEnd(End end) {
        Launch launch = Launch.executable("forks")
                .with("program", "/bin/sh")
                .args("-c", "trap '' HUP; : & exit 0")
                .with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        try (ServerProcess server = ServerProcess.startOfClasses()) {
            DebugSession parent = DebugSession.open(server, launch, children);
            parent.start();
            String child = children.nextConfiguration().path("subProcessId");
            parent.exited(0);
            end.of(server, parent);
            assertThat(Orphans.endsSoon(ProcessHandle.of(Long.parseLong(child)).orElseThrow()))
                    .isTrue();
        }
    }
}
