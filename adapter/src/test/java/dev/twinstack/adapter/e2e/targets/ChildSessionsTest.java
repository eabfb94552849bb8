package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ChildSessions;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Children of the program, each in a session of its own. */
@EndToEnd
class ChildSessionsTest {
    @Test
    void aForkedChildIsDebuggedFromItsBeginning() {
        stopsInBoth(Launch.executable("forks"), child -> {});
    }

    /** The child stops in its own session, of which {@code sees} sees more, and then its parent in its. */
    static void stopsInBoth(Launch forks, Consumer<DebugSession> sees) {
        Launch launch = forks.with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        try (DebugSession parent = DebugSession.open(launch, children)) {
            parent.breakAt("main.c@parent");
            parent.start();
            try (DebugSession child = children.next()) {
                child.breakAt("main.c@work");
                child.resume(child.start().stopped("breakpoint").at("main.c@work"));
                sees.accept(child);
                child.exited(7);
            }
            Stop stop = parent.stopped("breakpoint").at("main.c@parent");
            assertThat(parent.output(output -> output.ofDebuggee().contains("child"))
                            .ofDebuggee())
                    .isEqualTo("child exited with 7\n");
            parent.resume(stop);
            parent.exited(2);
        }
    }

    @OnSystemPython
    void childrenOfPythonStopInTheirOwnSessions(Python python) {
        Launch launch = Launch.python("children", python).with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        try (DebugSession parent = DebugSession.open(launch, children)) {
            parent.start();
            stopsInWork(children, 11);
            try (DebugSession first = children.next()) {
                first.start();
                try (DebugSession second = children.next()) {
                    second.start();
                    runsToItsEnd(first);
                    runsToItsEnd(second);
                }
            }
            stopsInWork(children, 12);
            parent.exited(0);
            assertThat(parent.output(output -> true).ofDebuggee())
                    .isEqualTo("forked 11\npooled [11, 12, 13]\nspawned 12\nparent 19\n");
            assertThat(children.isWaiting()).isFalse();
        }
    }

    /** The pool ends its workers by a signal, unless they have come to their end themselves. */
    private static void runsToItsEnd(DebugSession worker) {
        if (worker.stopsBeforeItsEnd()) {
            worker.resume(worker.stopped("exception"));
        }
        worker.terminated();
    }

    private static void stopsInWork(ChildSessions children, int exitCode) {
        try (DebugSession child = children.next()) {
            child.breakAt("children.c@work");
            Stop stop = child.start().stopped("breakpoint").at("children.c@work");
            assertThat(stop.stack().frame("<module>").isPython()).isTrue();
            child.resume(stop);
            child.exited(exitCode);
        }
    }

    @Test
    void onlyChildrenWhoseCommandLineFitsAreHeld() {
        Launch launch = executing("sleep 0.1; sleep 0.2; sleep 0.3").with("childFilter", "^sleep 0[.]2$");
        ChildSessions children = new ChildSessions(launch.program());
        try (DebugSession parent = DebugSession.open(launch, children)) {
            parent.start();
            try (DebugSession child = children.next()) {
                child.start();
                child.exited(0);
            }
            parent.exited(0);
            assertThat(children.isWaiting()).isFalse();
        }
    }

    /** A program that executes these commands in turn, without a shell. */
    private static Launch executing(String commands) {
        TestProgram program = TestProgram.named("forks");
        return Launch.executable(program)
                .with("program", "/usr/bin/python3")
                .args(
                        "-c",
                        "import subprocess, sys\nfor each in sys.argv[1].split(';'): subprocess.run(each.split())",
                        commands)
                .with("subProcess", true);
    }

    @Test
    void aChildThatLeavesItsParentsBehindKeepsItsSession() {
        outlivesItsParents(Launch.executable("daemon"));
    }

    static void outlivesItsParents(Launch daemon) {
        Launch launch = daemon.with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        try (DebugSession parent = DebugSession.open(launch, children)) {
            parent.start();
            try (DebugSession child = children.next()) {
                child.start();
                Launch grandchild = children.nextConfiguration();
                child.exited(0);
                parent.exited(0);
                parent.disconnect(new JsonObject());
                try (DebugSession left = DebugSession.open(grandchild, children)) {
                    left.breakAt("main.c@left");
                    left.resume(left.start().stopped("breakpoint").at("main.c@left"));
                    left.exited(5);
                }
            }
        }
    }

    @Test
    void aChildForWhichTheClientStartsNoSessionRunsFree() {
        runsFreeWithoutSession(Launch.executable("forks"));
    }

    static void runsFreeWithoutSession(Launch forks) {
        JsonObject capabilities = ClientCapabilities.likeVsCode();
        capabilities.addProperty("supportsStartDebuggingRequest", true);
        try (DebugSession parent =
                DebugSession.open(EmbeddedServer.start(), capabilities, forks.with("subProcess", true))) {
            parent.start();
            parent.output(output ->
                    output.category("console").contains("runs free, because the client has started no session"));
            parent.exited(2);
        }
    }

    @Test
    void aClientThatStartsNoSessionsIsTold() {
        try (DebugSession parent = DebugSession.open(Launch.executable("forks").with("subProcess", true))) {
            parent.start();
            parent.output(
                    output -> output.category("console").contains("'subProcess' needs a client that starts sessions"));
            parent.exited(2);
        }
    }
}
