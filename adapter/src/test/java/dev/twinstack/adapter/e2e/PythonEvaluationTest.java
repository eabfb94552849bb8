package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Caret;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnEveryPython;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Python that is typed in the debug console runs in the program, and variables of Python are set. */
@EndToEnd
class PythonEvaluationTest {
    @OnEveryPython
    void codeRunsAndLocalsAreSetOnALineOfPythonAndInC(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("main.py@inner", "border.c@leaf");
            Frame inner =
                    session.start().stopped("breakpoint").at("main.py@inner").top();
            inner.typed("sum(items) + 1").is("7");
            inner.typed("[each + len(items) for each in items]").child("[0]").is("4");
            inner.typed("more = items + [4]\nmore[0] = 7").is("");
            inner.typed("more").is("[7, 2, 3, 4]");
            new Setter(inner)
                    .local("items", "more + [5]")
                    .is("[7, 2, 3, 4, 5]")
                    .child("[4]")
                    .is("5");
            inner.local("items").is("[7, 2, 3, 4, 5]");
            session.resume(session.lastStop());
            Stop stop = session.stopped("breakpoint").at("border.c@leaf");
            stop.top().typed("py: len(items) * 2").is("10");
            inner = stop.stack().frame("inner");
            inner.typed("size + len(items)").is("10");
            new Setter(inner).local("size", "size + 95").is("100");
            inner.local("size").is("100");
            stop.at("border.c@leaf").top().evaluate("size").is("5");
            session.clearBreakpoints("main.py");
            session.clearBreakpoints("border.c");
            session.resume(stop);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("answer 111");
        }
    }

    @OnSystemPython
    void whatIsPrintedIsTheProgramsAndAnExceptionIsToldAsPythonDoes(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("lines", python))) {
            session.breakAt("main.py@added");
            Frame add = session.start().stopped("breakpoint").top();
            add.typed("print('typed', end='')");
            session.output(output -> output.ofDebuggee().contains("typed"));
            add.tryToEvaluate("item / 0", "repl").raised("ZeroDivisionError: division by zero");
            add.tryToEvaluate("wait_for(None)", "repl").raised("Traceback (most recent call last):", "in wait_for");
            add.tryToEvaluate("if item", "repl").raised("SyntaxError");
            add.tryToEvaluate("len(tools())", "watch").refused("run code", "debug console");
            add.tryToEvaluate("c: nothing_of_c", "repl").refused("nothing_of_c");
            add.typed("c: 3 * 4").is("12");
            add.typed("raise_by = 2; item + raise_by").is("2");
            session.client().event("invalidated");
        }
    }

    @OnSystemPython
    void itemsAttributesAndGlobalsAreSet(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            Stop stop = session.start().stopped("breakpoint");
            Frame zoo = stop.stack().frame("zoo");
            Setter set = new Setter(zoo);
            set.child(zoo.local("items"), "[1]", "'TWO'").is("'TWO'");
            set.child(zoo.local("table").child("'nested'"), "'k'", "(number, 2)")
                    .child("[0]")
                    .is("-7");
            set.child(zoo.local("point"), "x", "text.upper()").is("'HELLO'");
            set.child(zoo.local("slotted"), "left", "[]").is("[]");
            set.expression("table['new']", "1 + 1").is("2");
            set.expression("point.y", "5").is("5");
            set.tryToSet("Globals", "GREETING", "'bye'").succeeded();
            zoo.typed("GREETING + str(point.y) + point.x + items[1]").is("'bye5HELLOTWO'");
            set.tryToSetExpression("fixed[0]", "2")
                    .refused("TypeError", "'tuple' object does not support item assignment");
            set.tryToSetExpression("unheard_of", "2").refused("NameError");
            set.tryToSetLocal("number", "1 +").refused("SyntaxError");
            Variable table = stop.top().local("table");
            set.child(table, "'a'", "'of C'").is("'of C'");
            zoo.evaluate("table['a']").is("'of C'");
            Caret caret = new Caret(zoo);
            assertThat(caret.behind("table[\"ne")).containsExactly("table[\"nested", "table[\"new");
            assertThat(new Caret(stop.top()).behind("py: table['n"))
                    .containsExactly("py: table['nested", "py: table['new");
        }
    }

    /** On a line of Python, and in C. */
    @ParameterizedTest
    @ValueSource(strings = {"main.py@inner", "border.c@leaf"})
    void codeThatDoesNotEndIsCancelledOrEndsInTime(String place) {
        Launch launch = Launch.python("border", Pythons.system()).with("evaluationTimeout", 1);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt(place);
            Stop stop = session.start().stopped("breakpoint").at(place);
            Frame inner = stop.stack().frame("inner");
            inner.tryToEvaluate("while True: pass", "repl").refused("longer than 1 seconds", "evaluationTimeout");
            DapClient client = session.client();
            JsonObject endless = Json.object(
                    "expression",
                    "print('typed', flush=True)\nwhile True: pass",
                    "frameId",
                    inner.id(),
                    "context",
                    "repl");
            CompletableFuture<Response> response = client.send("evaluate", endless);
            int number = client.lastSeq();
            session.output(output -> output.ofDebuggee().contains("typed"));
            client.send("cancel", Json.object("requestId", number));
            client.await("evaluate", response).refused();
            inner.typed("len(items) + 1").is("4");
            session.clearBreakpoints(place.substring(0, place.indexOf('@')));
            session.resume(stop.at(place));
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("answer 10");
        }
    }
}
