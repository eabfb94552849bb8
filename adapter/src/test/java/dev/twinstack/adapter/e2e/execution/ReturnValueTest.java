package dev.twinstack.adapter.e2e.execution;

import static dev.twinstack.adapter.dsl.Stepping.thread;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.dsl.Variables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a function returned is the first of the locals after a step out of it, until the program runs on. */
@EndToEnd
class ReturnValueTest {
    private static final String NAME = "Return value";

    @Test
    void valuesOfEverySortOfCAndCpp() {
        try (DebugSession session = DebugSession.open(Launch.executable("returns"))) {
            returned(session, "scalar").is("42").hasType("int").isLeaf();
            returned(session, "pointer").says("\"text\"");
            returned(session, "small").child("y").is("2");
            Variable large = returned(session, "large");
            large.child("tag").is("7");
            large.child("numbers").child("[1]").is("11");
            returned(session, "counted").child("count").is("5");
            returned(session, "text").is("\"longer than what fits in itself\"");
            returned(session, "numbers").child("[2]").is("3");
            returned(session, "colour").is("Colour::green");
            returned(session, "fraction").is("2.5");
            assertThat(afterStepOutOf(session, "nothing").top().locals().names())
                    .doesNotContain(NAME);
        }
    }

    @Test
    void itIsEvaluatedByGdbsNameAndGoneAfterTheNextStep() {
        try (DebugSession session = DebugSession.open(Launch.executable("returns"))) {
            Stop stop = afterStepOutOf(session, "scalar");
            String expression = stop.top().local(NAME).evaluateName();
            stop.top().evaluate(expression + " + 1").is("43");
            stop = session.next(stop);
            assertThat(stop.top().locals().names()).doesNotContain(NAME);
        }
    }

    @Test
    void finishInTheDebugConsoleShowsItToo() {
        try (DebugSession session = DebugSession.open(Launch.executable("returns"))) {
            Stop stop = startAt(session, "main.cpp@fraction");
            stop.top().tryToEvaluate("-exec finish", "repl").succeeded();
            session.stopped("step").top().local(NAME).is("2.5");
        }
    }

    @OnSystemPython
    void anExtensionsPyObjectIsShownInThePythonThatCalledIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@leaf");
            stop = session.stepOut(stop).at("main.py@inner");
            assertThat(stop.top().locals().names().get(0)).isEqualTo(NAME);
            stop.top().local(NAME).is("6");
            assertThat(stop.top().local(NAME).evaluateName()).isEmpty();
            stop.top().local("size").is("3");
            assertThat(stop.stack().frame("outer").locals().names()).doesNotContain(NAME);
        }
    }

    @OnSystemPython
    void aPageOfTheLocalsBeginsWithIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = session.stepOut(startAt(session, "callback.c@leaf"));
            int locals = stop.top().scope("Locals").reference();
            assertThat(page(session, locals, 0, 2)).containsExactly(NAME, "items");
            assertThat(page(session, locals, 2, 2)).containsExactly("size");
        }
    }

    @OnSystemPython
    void aBreakpointOnTheWayOutEndsTheStepWithoutIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            Stop stop = startAt(session, "callback.c@call");
            session.breakAt("callback.c@leaf");
            session.ask("stepOut", thread(stop));
            stop = session.stopped("breakpoint").at("callback.c@leaf");
            assertThat(stop.top().locals().names()).doesNotContain(NAME);
        }
    }

    private static List<String> page(DebugSession session, int reference, int start, int count) {
        JsonObject arguments = Json.object("variablesReference", reference, "start", start, "count", count);
        return Variables.in(session, session.ask("variables", arguments).body()).names();
    }

    private static Variable returned(DebugSession session, String function) {
        return afterStepOutOf(session, function).top().locals().all().get(0);
    }

    private static Stop afterStepOutOf(DebugSession session, String function) {
        return session.stepOut(
                session.lastStop() == null
                        ? startAt(session, "main.cpp@" + function)
                        : resumeTo(session, "main.cpp@" + function));
    }

    private static Stop resumeTo(DebugSession session, String fileAndMark) {
        session.breakAt(fileAndMark);
        return session.resumeTo(session.lastStop(), fileAndMark);
    }

    private static Stop startAt(DebugSession session, String fileAndMark) {
        session.breakAt(fileAndMark);
        return session.start().stopped("breakpoint").at(fileAndMark);
    }
}
