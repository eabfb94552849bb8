package dev.twinstack.adapter.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Requests that the client takes back. */
@EndToEnd
class CancelTest {
    private static final String FUNCTION_WITHOUT_END =
            ">python exec(\"class Endless(gdb.Function):\\n def invoke(self):\\n  while True: pass\\nEndless('endless')\")";
    private static final String LONG_CALL = "((int (*)(unsigned)) sleep)(1000)";
    private static final String SLOW_PRINTER = "import time; gdb.pretty_printers.insert(0, lambda value:"
            + " type('Slow', (), {'children': lambda self: (('c%d' % i, time.sleep(0.05) or i) for i in range(10000))})()"
            + " if str(value.type) == 'struct point' else None)";
    /** The words before each operation in the log of GDB/MI. */
    private static final String ASKED = "twinstack ";

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void theRequestAtWorkAndOneThatWaitsAreGivenUp() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            DapClient client = session.client();
            CompletableFuture<Response> atWork = client.send("evaluate", evaluate(frame, LONG_CALL));
            int first = client.lastSeq();
            CompletableFuture<Response> waiting = client.send("threads", new JsonObject());
            client.send("cancel", Json.object("requestId", client.lastSeq()));
            client.send("cancel", Json.object("requestId", first));
            client.await("evaluate", atWork).refused();
            assertThat(client.await("threads", waiting).message()).isEqualTo("cancelled");
            assertThat(session.threads()).hasSize(1);
        }
    }

    @RepeatedTest(5)
    void oneCancelIsEnoughHoweverEarlyAndHitsNothingBehindIt(RepetitionInfo times) {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            frame.tryToEvaluate(FUNCTION_WITHOUT_END, "repl").succeeded();
            DapClient client = session.client();
            CompletableFuture<Response> endless = client.send("evaluate", evaluate(frame, "$endless()"));
            int number = client.lastSeq();
            LockSupport.parkNanos(
                    Duration.ofMillis(times.getCurrentRepetition() - 1).toNanos());
            client.send("cancel", Json.object("requestId", number));
            List<CompletableFuture<Response>> behind = Stream.generate(
                            () -> client.send("evaluate", evaluate(frame, "factor")))
                    .limit(20)
                    .toList();
            client.await("evaluate", endless).refused("cancelled");
            behind.forEach(next -> client.await("evaluate", next).succeeded());
        }
    }

    @Test
    void aPauseGivesUpWhatIsBeingSet() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            Frame frame = stop.top();
            frame.tryToEvaluate(FUNCTION_WITHOUT_END, "repl").succeeded();
            DapClient client = session.client();
            JsonObject set = Json.object("expression", "factor", "value", "$endless()", "frameId", frame.id());
            int asked = asked(session);
            CompletableFuture<Response> atWork = client.send("setExpression", set);
            Files.comeTo(session.logFile(), ASKED, asked + 1); // a pause goes before what still waits
            session.ask("pause", Json.object("threadId", stop.threadId()));
            client.await("setExpression", atWork).refused("cancelled");
            frame.evaluate("factor").is("2");
        }
    }

    @Test
    void aRequestThatIsDoneCannotBeTakenBack() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.threads();
            session.ask("cancel", Json.object("requestId", session.client().lastSeq()));
            session.threads();
            session.start().exited(0);
        }
    }

    @Test
    void aDeepStackIsGivenUp() {
        try (DebugSession session = DebugSession.open(Launch.executable("overflow"))) {
            Stop stop = session.start().stopped("exception");
            givenUp(session, "stackTrace", Json.object("threadId", stop.threadId()));
            assertThat(stop.stack(0, 20).frames()).hasSize(20);
        }
    }

    @Test
    void variablesOfASlowPrettyPrinterAreGivenUp() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame frame = session.start().stopped("breakpoint").top();
            frame.tryToEvaluate("-exec python " + SLOW_PRINTER, "repl").succeeded();
            Variable point = frame.evaluate("node->where");
            givenUp(session, "variables", Json.object("variablesReference", point.reference()));
            frame.local("sum").is("22");
            DapClient client = session.client();
            CompletableFuture<Response> script = client.send(
                    "evaluate", evaluate(frame, "-exec python print('at' + ' work'); import time; time.sleep(60)"));
            int number = client.lastSeq();
            Files.comeTo(session.logFile(), "at work", 1);
            session.ask("cancel", Json.object("requestId", number));
            client.await("evaluate", script).refused("cancelled");
        }
    }

    @Test
    void aResumeEndsWhatIsReadSlowly() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            stop.top().tryToEvaluate("-exec python " + SLOW_PRINTER, "repl").succeeded();
            Variable point = stop.top().evaluate("node->where");
            DapClient client = session.client();
            CompletableFuture<Response> slow =
                    client.send("variables", Json.object("variablesReference", point.reference()));
            CompletableFuture<Response> resume = client.send("continue", Json.object("threadId", stop.threadId()));
            assertThat(resume).succeedsWithin(SOON);
            assertThat(slow).succeedsWithin(SOON).extracting(Response::message).isEqualTo("cancelled");
            session.exited(0);
        }
    }

    /** Sends a request, takes it back when it is at work, and has the answer soon. */
    private static void givenUp(DebugSession session, String command, JsonObject arguments) {
        DapClient client = session.client();
        int asked = asked(session);
        CompletableFuture<Response> slow = client.send(command, arguments);
        int number = client.lastSeq();
        Files.comeTo(session.logFile(), ASKED, asked + 1);
        assertThat(slow).as(command + " is slow").isNotDone();
        session.ask("cancel", Json.object("requestId", number));
        assertThat(slow).succeedsWithin(SOON).extracting(Response::message).isEqualTo("cancelled");
    }

    private static int asked(DebugSession session) {
        return Files.occurrences(session.logFile(), ASKED);
    }

    private static JsonObject evaluate(Frame frame, String expression) {
        return Json.object("expression", expression, "frameId", frame.id(), "context", "repl");
    }
}
