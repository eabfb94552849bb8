package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.SourceBreakpoint;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Breakpoints on memory. */
@EndToEnd
class DataBreakpointsTest {
    @Test
    void aLocalIsWatchedByItsScopeUntilItsFunctionReturns() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = stoppedAt(session, SourceBreakpoint.at("main.c@add").when("right == 3"));
            int locals = stop.top().scope("Locals").reference();
            JsonObject info =
                    Breakpoints.of(session).dataInfo(Json.object("variablesReference", locals, "name", "sum"));
            assertThat(info.get("description").getAsString()).isEqualTo("sum");
            assertThat(info.getAsJsonArray("accessTypes")).hasSize(3);
            Breakpoint watch = Breakpoints.of(session)
                    .onData(Json.object("dataId", info.get("dataId").getAsString(), "accessType", "write"))
                    .get(0);
            assertThat(watch.verified()).isTrue();
            session.resume(stop);
            stop = session.stopped("data breakpoint");
            assertThat(stop.words()).matches("sum: -?[0-9]+ → 6");
            assertThat(stop.hitBreakpointIds()).containsExactly(watch.id());
            session.resume(stop);
            Event removed = session.client().event("breakpoint");
            assertThat(removed.text("reason")).isEqualTo("removed");
            assertThat(removed.breakpoint().id()).isEqualTo(watch.id());
            session.output(
                    output -> output.category("console").contains("'sum' is watched no longer: add has returned."));
            session.exited(0);
        }
    }

    @Test
    void whatAScopeShowsIsWatched() {
        try (DebugSession session = DebugSession.open(Launch.executable("globals"))) {
            session.breakAt("main.cpp@main");
            Stop stop = session.start().stopped("breakpoint");
            watchable(stop, "Globals", "shop::price");
        }
        try (DebugSession session = DebugSession.open(Launch.executable("returns"))) {
            session.breakAt("main.cpp@scalar");
            Stop stop = session.stepOut(session.start().stopped("breakpoint"));
            assertThat(stop.top().locals().names()).contains("Return value");
            watchable(stop, "Locals", "local");
        }
    }

    @Test
    void aVariableThatAnotherHidesIsWatchedItself() {
        try (DebugSession session = DebugSession.open(Launch.executable("globals"))) {
            session.breakAt("main.cpp@main");
            Frame main = session.start().stopped("breakpoint").top();
            Variable total = main.scope("Globals").variables().get("total");
            JsonObject wanted =
                    Json.object("variablesReference", main.scope("Globals").reference(), "name", "total");
            JsonObject info = Breakpoints.of(session).dataInfo(wanted);
            assertThat(info.get("description").getAsString()).isEqualTo("total");
            long address = Long.decode(total.memoryReference());
            assertThat(info.get("dataId").getAsString()).contains("\"address\": " + address);
        }
    }

    private static void watchable(Stop stop, String scope, String variable) {
        int reference = stop.top().scope(scope).reference();
        JsonObject info =
                Breakpoints.of(stop.session()).dataInfo(Json.object("variablesReference", reference, "name", variable));
        assertThat(info.get("dataId").isJsonNull()).as("%s", info).isFalse();
    }

    @Test
    void anExpressionAndBytesAtAnAddressAreWatched() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = stoppedAt(session, SourceBreakpoint.at("main.c@body"));
            Breakpoints breakpoints = Breakpoints.of(session);
            String total = breakpoints.dataId(stop.top(), "total");
            JsonObject address = Json.object(
                    "name",
                    "&total",
                    "asAddress",
                    true,
                    "bytes",
                    4,
                    "frameId",
                    stop.top().id());
            String bytes = breakpoints.dataInfo(address).get("dataId").getAsString();
            breakpoints.onData(Json.object("dataId", total, "accessType", "readWrite", "condition", "total == 15"));
            session.resume(stop);
            assertThat(session.stopped("data breakpoint").words()).contains("total: 10 → 15");
            breakpoints.onData(Json.object("dataId", bytes, "accessType", "write"));
            session.resume(stop);
            assertThat(session.stopped("data breakpoint").words()).contains("bytes at 0x", "15 → 21");
        }
    }

    @Test
    void whatCannotBeWatchedIsSaid() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Stop stop = stoppedAt(session, SourceBreakpoint.at("main.c@body"));
            JsonObject info = Breakpoints.of(session)
                    .dataInfo(Json.object(
                            "name", "round + 1", "frameId", stop.top().id()));
            assertThat(info.get("dataId").isJsonNull()).isTrue();
            assertThat(info.get("description").getAsString()).contains("'round + 1' is in no memory");
        }
    }

    @OnSystemPython
    void whatPythonAndCChangeInAListIsSeenAtTheLineThatDoesIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("state", python))) {
            session.breakAt("main.py@set");
            Stop stop = session.start().stopped("breakpoint").at("main.py@set");
            Breakpoint watch = watch(stop.top().local("items"), "[0]", "items[0]");
            session.resume(stop);
            stop = session.stopped("data breakpoint");
            assertNewestIs("main.py@set", stop);
            assertThat(stop.words()).isEqualTo("items[0]: 1 → 'python'");
            assertThat(stop.hitBreakpointIds()).containsExactly(watch.id());
            stop = session.next(stop).at("main.py@call");
            session.resume(stop);
            stop = session.stopped("data breakpoint");
            assertThat(stop.words()).contains("items[0]: 'python' → <Order at 0x");
            assertThat(stop.stack().visible()).extracting(Frame::name).containsSequence("put", "work");
            Breakpoints.of(session).onData();
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void inCAnAttributeAndAReferenceCountAreWatched(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("state", python))) {
            session.breakAt("state.c@count");
            Stop stop = session.start().stopped("breakpoint").at("state.c@count");
            Variable value = stop.top().local("value");
            watch(value.child("[C view]").child("[memory]"), "reference count", "references to <Order at 0x");
            session.resume(stop);
            stop = session.stopped("data breakpoint");
            assertThat(stop.words()).matches(".*: ([0-9]+) → ([0-9]+) \\(incremented\\)");
            assertThat(stop.stack().visible()).extracting(Frame::name).containsSequence("put", "work");
            watch(stop.stack().frame("put").local("value"), "number", "number");
            session.resume(stop);
            stop = session.stopped("data breakpoint");
            assertNewestIs("main.py@attribute", stop);
            assertThat(stop.words()).isEqualTo("number: 7 → 8");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void aFieldOfAnExtensionsStructIsWatched(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("soak", python).args("/nowhere"))) {
            session.breakAt("soak.c@weight");
            Stop stop = session.start().stopped("breakpoint");
            Variable weight = stop.top().local("weight");
            new Setter(stop.top()).child(weight, "grams", "5000").is("5000");
            for (Variable shown : List.of(weight, weight.child("[C view]"))) {
                JsonObject info = Breakpoints.of(session)
                        .dataInfo(Json.object("variablesReference", shown.reference(), "name", "grams"));
                assertThat(info.get("description").getAsString()).isEqualTo("grams");
                assertThat(info.getAsJsonArray("accessTypes")).hasSize(3);
                Breakpoints.of(session)
                        .onData(Json.object("dataId", info.get("dataId").getAsString()));
            }
            session.clearBreakpoints("soak.c");
            session.resume(stop);
            assertThat(session.stopped("data breakpoint").words()).startsWith("grams: 5000 → ");
        }
    }

    /** A function breakpoint can watch a reference count: VS Code lets an extension set one, and no data breakpoint. */
    @OnSystemPython
    void aReferenceCountIsWatchedByAFunctionBreakpointOnItsObject(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("state", python))) {
            session.breakAt("state.c@count");
            Stop stop = session.start().stopped("breakpoint").at("state.c@count");
            Variable value = stop.top().local("value");
            assertThat(value.menuContext()).isEqualTo("python");
            assertThat(value.child("[C view]").menuContext()).isEmpty();
            assertThat(stop.top().local("context").menuContext()).isEqualTo("pointer");
            String object = "refs:" + value.memoryReference();
            List<Breakpoint> both = Breakpoints.of(session).onFunctions(object, "refs:nowhere");
            assertThat(both.get(0).message()).startsWith("references to <Order at 0x");
            assertThat(both.get(1).message()).contains("'refs:nowhere'", "refs:0x");
            session.resume(stop);
            stop = session.stopped("data breakpoint");
            assertThat(stop.words()).matches(".*: ([0-9]+) → ([0-9]+) \\(incremented\\)");
            assertThat(stop.hitBreakpointIds()).containsExactly(both.get(0).id());
            Breakpoints.of(session).onFunctions(new String[0]);
            session.resume(stop);
            session.exited(0);
        }
    }

    /** Above the Python frame there is only CPython's own code. */
    private static void assertNewestIs(String fileAndMark, Stop stop) {
        Frame newest = stop.stack().visible().get(0);
        assertThat(newest.line())
                .isEqualTo(stop.session().program().at(fileAndMark).line());
        assertThat(newest.isPython()).isTrue();
    }

    /** Watches a child of a variable. */
    private static Breakpoint watch(Variable parent, String child, String description) {
        Breakpoints breakpoints = Breakpoints.of(parent.session());
        JsonObject info = breakpoints.dataInfo(Json.object("variablesReference", parent.reference(), "name", child));
        assertThat(info.get("description").getAsString()).startsWith(description);
        assertThat(info.getAsJsonArray("accessTypes")).hasSize(1);
        Breakpoint watch = breakpoints
                .onData(Json.object("dataId", info.get("dataId").getAsString()))
                .get(0);
        assertThat(watch.verified()).isTrue();
        return watch;
    }

    private static Stop stoppedAt(DebugSession session, SourceBreakpoint breakpoint) {
        session.breakAt(breakpoint);
        Stop stop = session.start().stopped("breakpoint").at(breakpoint.fileAndMark());
        session.clearBreakpoints("main.c");
        return stop;
    }
}
