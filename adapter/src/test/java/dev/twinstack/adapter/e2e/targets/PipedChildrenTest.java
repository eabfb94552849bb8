package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ChildSessions;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Pipe;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Children of a program at the other end of a pipe, each in a session of its own through the same pipe. */
@EndToEnd
class PipedChildrenTest {
    private static final int MANY = 1000;

    @Test
    void aForkedChildIsDebuggedByItsNumberThere() {
        try (Pipe pipe = Pipe.container()) {
            ChildSessionsTest.stopsInBoth(
                    pipe.leads(Launch.executable("forks")),
                    child -> assertThat(number(child)).isLessThan(MANY));
        }
    }

    private static int number(DebugSession session) {
        return session.client().event("process").integer("systemProcessId");
    }

    @Tag("matrix")
    @Test
    void aChildThatLeavesItsParentsBehindKeepsItsSession() {
        try (Pipe pipe = Pipe.container()) {
            ChildSessionsTest.outlivesItsParents(pipe.leads(Launch.executable("daemon")));
        }
    }

    @Tag("matrix")
    @Test
    void aChildForWhichTheClientStartsNoSessionRunsFree() {
        try (Pipe pipe = Pipe.container()) {
            ChildSessionsTest.runsFreeWithoutSession(pipe.leads(Launch.executable("forks")));
        }
    }

    @Tag("matrix")
    @Test
    void aChildThatNobodyAttachesToRunsFree() {
        Launch launch = Launch.executable("forks").with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        try (Pipe pipe = Pipe.container();
                DebugSession parent = DebugSession.open(pipe.leads(launch), children)) {
            parent.start();
            parent.output(output ->
                    output.category("console").contains("runs free, because nobody has attached to it for 30 seconds"));
            parent.exited(2);
        }
    }

    @Tag("matrix")
    @ParameterizedTest
    @EnumSource
    void aChildThatWaitsIsNotLeftStoppedHoweverTheSessionEnds(HeldChildrenTest.End end) {
        try (Pipe pipe = Pipe.shell()) {
            HeldChildrenTest.runsOnAfter(end, pipe::leads);
        }
    }

    @Test
    void aPipeThatLeadsElsewhereEachTimeIsRefusedForAChild() {
        Launch launch = Launch.executable("forks").with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        try (Pipe pipe = Pipe.newContainers();
                DebugSession parent = DebugSession.open(pipe.leads(launch), children)) {
            parent.start();
            children.refusal().refused("waits where another 'pipe' has led", "'docker run' does not");
            parent.disconnect(new JsonObject());
        }
    }

    @Test
    void whereLinuxLetsNobodyAttachChildrenRunFreeAndTheConsoleSaysWhy() {
        Launch launch = Launch.executable("forks").with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        try (Pipe pipe = Pipe.whereNobodyAttaches();
                DebugSession parent = DebugSession.open(pipe.leads(launch), children)) {
            parent.output(output ->
                    output.category("console").contains("attach to it where GDB runs (kernel.yama.ptrace_scope is 3)"));
            parent.start();
            parent.exited(2);
            assertThat(children.isWaiting()).isFalse();
        }
    }
}
