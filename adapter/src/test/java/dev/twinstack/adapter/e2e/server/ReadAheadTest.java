package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Scope;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.Stack;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.ThreadInfo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What GDB was asked ahead of the client is still true when the client asks for it. */
@EndToEnd
class ReadAheadTest {
    @Test
    void localsAreNotOlderThanAnExpressionThatSetsThem() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            Scope locals = frame.scope("Locals");
            new Setter(frame).expression("factor", "77");
            locals.variables().get("factor").is("77");
        }
    }

    @Test
    void aGdbThatWasStartedAheadIsTheOneThatIsNamedByItsPath() {
        Launch launch = Launch.executable("native")
                .with("gdb", Commands.run("sh", "-c", "command -v gdb").trim());
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@visit");
            session.start().stopped("breakpoint");
            assertThat(Files.occurrences(session.logFile(), "-gdb-version")).isOne();
        }
    }

    @Test
    void oneThatIsNotWantedEndsBesideTheSession() {
        Launch launch = Launch.executable("native").with("gdb", FakeGdb.slow(0).toString());
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@visit");
            session.start().stopped("breakpoint");
            assertThat(Files.occurrences(session.logFile(), "-gdb-exit")).isZero();
        }
    }

    @Test
    void localsOfAFrameAreNotThoseOfAnother() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            Scope ofVisit = stop.top().scope("Locals");
            Scope ofMain = stop.stack().frame("main").scope("Locals");
            ofVisit.variables().get("factor");
            ofMain.variables().get("total");
        }
    }

    @Test
    void stacksThatAreAskedForAtOnceAreEachOfTheirThread() {
        try (DebugSession session = DebugSession.open(Launch.executable("crowd").args("40"))) {
            session.breakAt("main.c@here");
            session.start().stopped("breakpoint");
            List<ThreadInfo> threads = session.threads();
            List<CompletableFuture<Stack>> asked =
                    threads.stream().map(ThreadInfo::stackLater).toList();
            for (int i = 0; i < threads.size(); i++) {
                List<String> names = names(asked.get(i).join());
                assertThat(names)
                        .contains(i == 0 ? "main" : "run")
                        .isEqualTo(names(threads.get(i).stack()));
            }
            Files.comesTo(session.logFile(), "twinstack several"); // several in one operation
        }
    }

    @Test
    void aThreadThatIsNotThereHasNoStackAmongOthersThatHave() {
        try (DebugSession session = DebugSession.open(Launch.executable("crowd").args("2"))) {
            session.breakAt("main.c@here");
            session.start().stopped("breakpoint");
            CompletableFuture<Response> none = session.client().send("stackTrace", Json.object("threadId", 99));
            CompletableFuture<Stack> one = session.threads().get(0).stackLater();
            none.join().refused();
            assertThat(names(one.join())).contains("main");
        }
    }

    @Test
    void whatTheClientAsksAtEachStopIsReadBeforeItAsks() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            session.threads();
            stop.top().scopes();
            int stacks = Files.occurrences(session.logFile(), "twinstack stack");
            session.resume(stop);
            session.stopped("breakpoint");
            Files.comeTo(session.logFile(), "twinstack threads", 2);
            Files.comeTo(session.logFile(), "twinstack stack", stacks + 1);
            session.threads();
            Frame top = session.lastStop().top();
            Files.comeTo(session.logFile(), "twinstack native-locals", 2);
            top.scope("Locals").variables();
            assertThat(Files.occurrences(session.logFile(), "twinstack native-locals"))
                    .isEqualTo(2);
            assertThat(Files.occurrences(session.logFile(), "twinstack threads"))
                    .isEqualTo(2);
            assertThat(Files.occurrences(session.logFile(), "twinstack stack")).isEqualTo(stacks + 1);
        }
    }

    @Test
    void aStepBeginsWithTheStackThatTheClientWasShownUnlessSomethingWasDoneSince() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            stop.stack();
            int before = Files.occurrences(session.logFile(), "twinstack stack");
            Stop next = session.next(stop);
            Frame frame = next.stack().top();
            assertThat(Files.occurrences(session.logFile(), "twinstack stack")).isEqualTo(before + 1);
            new Setter(frame).expression("factor", "77");
            session.next(next);
            Files.comeTo(session.logFile(), "twinstack stack", before + 3);
        }
    }

    @Test
    void whatClientsAskAtAFirstStopIsReadBeforeTheyAsk() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            session.start().stopped("breakpoint");
            Files.comeTo(session.logFile(), "twinstack threads", 1);
            Files.comeTo(session.logFile(), "twinstack stack", 1);
        }
    }

    @Test
    void aReturnValueAndTheLocalsBehindItAreReadBeforeTheClientAsks() {
        try (DebugSession session = DebugSession.open(Launch.executable("returns"))) {
            session.breakAt("main.cpp@scalar");
            Frame top = session.stepOut(session.start().stopped("breakpoint")).top();
            Files.comeTo(session.logFile(), "twinstack return-value", 1);
            Files.comeTo(session.logFile(), "twinstack native-locals", 1);
            top.scope("Locals").variables().get("Return value").is("42");
            assertThat(Files.occurrences(session.logFile(), "twinstack return-value"))
                    .isEqualTo(1);
            assertThat(Files.occurrences(session.logFile(), "twinstack native-locals"))
                    .isEqualTo(1);
        }
    }

    @Test
    void slowLocalsThatNobodyHasAskedForHoldUpNoResume() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            Frame frame = stop.top();
            frame.tryToEvaluate(
                            "-exec python gdb.pretty_printers.insert(0, lambda value: type('Slow', (), {'to_string':"
                                    + " lambda self: str(__import__('time').sleep(0.5))})())",
                            "repl")
                    .succeeded();
            frame.scopes();
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.exited(0);
            assertThat(Files.occurrences(session.logFile(), "\"Quit\"")).isPositive();
        }
    }

    @Test
    void requestsThatWaitWhenTheSessionEndsAreAnswered() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            session.start().stopped("breakpoint");
            ThreadInfo thread = session.threads().get(0);
            List<CompletableFuture<Stack>> waiting =
                    Stream.generate(thread::stackLater).limit(24).toList();
            session.disconnect(new JsonObject());
            waiting.forEach(CompletableFuture::join);
        }
    }

    private static List<String> names(Stack stack) {
        return stack.frames().stream().map(Frame::name).toList();
    }
}
