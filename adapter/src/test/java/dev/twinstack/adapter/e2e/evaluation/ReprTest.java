package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.dsl.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An object whose value only its own code tells opens with a lazy variable, for which repr() runs in the program once the client asks. */
@EndToEnd
class ReprTest {
    private static final String REPR = "repr()";

    @OnSystemPython
    void codeRunsWhenItIsAskedForAndNotBefore(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("opaque", python))) {
            session.breakAt("main.py@end", "opaque.c@summed");
            Stop stop = session.start().stopped("breakpoint").at("opaque.c@summed");
            Variables grid = asked(stop.stack().frame("work").local("grid"));
            assertThat(grid.values()).containsExactly("0:  0.0  1.0\n1:  2.0  3.0\n2:  4.0  5.0");
            assertThat(grid.all().get(0).children().values())
                    .containsExactly("0:  0.0  1.0", "1:  2.0  3.0", "2:  4.0  5.0");
            stop.top().local("argument").child(REPR).says("0:  0.0  1.0\n");
            session.resume(stop);
            stop = session.stopped("breakpoint").at("main.py@end");
            asked(stop.top().local("account")).get(REPR).is("<account of ADA>").isLeaf();
            Variable counted = stop.top().local("counted");
            counted.child("looks").is("0");
            asked(counted).get(REPR).is("looked at 1 times");
            counted.child("looks").is("1");
            session.output(output -> output.ofDebuggee().contains("looked at 1\n"));
        }
    }

    @Test
    void whatTheClientWasToldItIsToldAgainUntilTheUserChangesSomething() {
        try (DebugSession session = DebugSession.open(Launch.python("opaque", Pythons.system()))) {
            session.breakAt("main.py@end");
            Stop stop = session.start().stopped("breakpoint").at("main.py@end");
            Variable counted = stop.top().local("counted");
            asked(counted).get(REPR).is("looked at 1 times");
            session.client().event("invalidated");
            asked(stop.top().local("account")).get(REPR).is("<account of ADA>");
            counted.child(REPR).is("looked at 1 times");
            assertThat(hint(counted.child(REPR)).has("lazy")).isFalse();
            stop.top().typed("counted.looks = 6").is("");
            asked(counted).get(REPR).is("looked at 7 times");
        }
    }

    @Test
    void theValueTellsWhatFails() {
        Launch launch = Launch.python("opaque", Pythons.system()).with("evaluationTimeout", 1);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@end");
            Frame work = session.start().stopped("breakpoint").at("main.py@end").top();
            asked(work.local("failing")).get(REPR).is("<error: ValueError: nothing to say>");
            asked(work.local("endless"))
                    .get(REPR)
                    .says("<error: 'repr()' was interrupted, as it took longer than 1 seconds");
            asked(work.local("long")).get(REPR).is("x".repeat(20000) + "...");
            work.typed("1 + 1").is("2");
        }
    }

    @Test
    void whereNoCodeCanRunTheValueTellsWhy() {
        try (DebugSession session = DebugSession.open(Launch.python("opaque", Pythons.system()))) {
            session.breakAt("opaque.c@total");
            Stop stop = session.start().stopped("breakpoint").at("opaque.c@total");
            session.ask("setFunctionBreakpoints", Json.object("breakpoints", List.of(Map.of("name", "malloc"))));
            session.resume(stop);
            stop = session.stopped("function breakpoint");
            asked(stop.stack().frame("work").local("grid"))
                    .get(REPR)
                    .says(
                            "<error: Python code cannot be run where thread 1 stands: it is not in C code of an extension");
        }
    }

    @OnSystemPython
    void aProgramThatWasPausedDoesNotRunOnForIt(Python python) {
        Launch launch = Launch.python("opaque", python).args("go on");
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@call");
            session.resume(session.start().stopped("breakpoint").at("main.py@call"));
            Stop stop = session.pause();
            Frame work = stop.stack().frame("work");
            Variable counted = work.local("counted");
            asked(counted).get(REPR).says("<error: Python code cannot be run where thread 1 stands: ");
            counted.child("looks").is("0");
            work.typed("len(pair)").is("2");
        }
    }

    @Test
    void thereIsNoneWhereTheValueTellsItAlready() {
        try (DebugSession session = DebugSession.open(Launch.python("opaque", Pythons.system()))) {
            session.breakAt("main.py@end");
            Frame work = session.start().stopped("breakpoint").at("main.py@end").top();
            for (String told : new String[] {"plain", "pair", "numbers"}) {
                assertThat(work.local(told).children().names()).isNotEmpty().doesNotContain(REPR);
            }
            asked(work.local("titled")).get(REPR).is("titled {'one': 1}");
            assertThat(work.local("titled").children().names()).contains("'one'");
        }
    }

    @Test
    void thereIsNoneForAClientThatAsksForEverythingAtOnce() {
        JsonObject client = ClientCapabilities.likeVsCode();
        client.addProperty("clientID", "another");
        Launch launch = Launch.python("opaque", Pythons.system());
        try (DebugSession session = DebugSession.open(EmbeddedServer.start(), client, launch)) {
            session.breakAt("main.py@end");
            Frame work = session.start().stopped("breakpoint").at("main.py@end").top();
            assertThat(work.local("grid").children().names()).isNotEmpty().doesNotContain(REPR);
        }
    }

    @Test
    void thereIsNoneInACoreFile() {
        Launch launch = Launch.python("opaque", Pythons.system()).args("die");
        try (DebugSession session = DebugSession.open(Launch.core(launch.program(), launch.dump()))) {
            Frame work = session.start().stopped("exception").stack().frame("work");
            work.local("account").child("owner").is("'ada'");
            assertThat(work.local("account").children().names()).doesNotContain(REPR);
            assertThat(work.local("grid").children().names()).isNotEmpty().doesNotContain(REPR);
        }
    }

    /** What replaces the lazy variable. */
    private static Variables asked(Variable object) {
        Variable lazy = object.child(REPR);
        assertThat(hint(lazy).get("lazy").getAsBoolean()).isTrue();
        lazy.is("…");
        Variables found = lazy.children();
        assertThat(found.names()).containsExactly(REPR);
        return found;
    }

    private static JsonObject hint(Variable variable) {
        return variable.json().getAsJsonObject("presentationHint");
    }
}
