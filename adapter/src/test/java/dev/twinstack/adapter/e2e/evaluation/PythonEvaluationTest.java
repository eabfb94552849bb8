package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Caret;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Python that is typed in the debug console runs in the program, and variables of Python are set. */
@EndToEnd
class PythonEvaluationTest {
    /** Code that waits in C for ever, and that no signal interrupts. */
    private static final String DEADLOCK =
            "import ctypes; c = ctypes.CDLL(None); lock = ctypes.create_string_buffer(64);"
                    + " c.pthread_mutex_lock(lock); c.pthread_mutex_lock(lock)";

    @OnSystemPython
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
    void codeRunsWhereAStepOutOfCHasEnded(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("border", python))) {
            session.breakAt("border.c@leaf");
            Stop stop = session.start().stopped("breakpoint").at("border.c@leaf");
            stop = session.stepOut(stop).at("main.py@leaf-call");
            stop.top().local("Return value").is("6");
            stop.top().typed("str(items)").is("'[1, 2, 3]'");
            stop.top().typed("more = items + [4]\nsize = size + 1").is("");
            stop.top().local("Return value").is("6");
            new Setter(stop.top()).local("size", "size + 95").is("99");
            stop.stack().frame("outer").typed("len(items) * 2").is("6");
            stop = session.stepOut(stop).at("border.c@call");
            session.clearBreakpoints("border.c");
            session.resume(stop);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("answer 106");
        }
    }

    @Test
    void whereNoCodeCanRunThatAloneIsTold() {
        try (DebugSession session = DebugSession.open(Launch.python("border", Pythons.system()))) {
            session.breakAt("border.c@leaf");
            Stop stop = session.start().stopped("breakpoint").at("border.c@leaf");
            stop.top().tryToEvaluate("-exec finish", "repl").succeeded();
            Frame inner = session.stopped("step").stack().frame("inner");
            inner.typed("len(items)").is("3");
            String refused = inner.tryToEvaluate("more = 5", "repl").message();
            assertThat(refused)
                    .startsWith("Python code cannot be run where thread 1 stands")
                    .endsWith("holds the GIL.");
            assertThat(inner.tryToEvaluate("str(items)", "repl").message())
                    .startsWith(refused + " 'str(items)' would have to run code in the program; what needs none is");
        }
    }

    @Test
    void whatIsPrintedIsTheProgramsAndAnExceptionIsToldAsPythonDoes() {
        try (DebugSession session = DebugSession.open(Launch.python("lines", Pythons.system()))) {
            session.breakAt("main.py@added");
            Frame add = session.start().stopped("breakpoint").top();
            add.typed("print('typed', end='')");
            session.output(output -> output.ofDebuggee().contains("typed"));
            add.typed("help(len)"); // of which a pager would wait for keys
            session.output(output -> output.ofDebuggee().contains("Return the number of items"));
            add.typed("__import__('pydoc').pager.__name__").is("'pager'");
            add.tryToEvaluate("item / 0", "repl").raised("ZeroDivisionError: division by zero");
            add.tryToEvaluate("wait_for(None)", "repl").raised("Traceback (most recent call last):", "in wait_for");
            add.tryToEvaluate("if item", "repl").raised("SyntaxError");
            add.tryToEvaluate("input('name? ')", "repl").raised("EOFError: input() has nothing to read");
            add.tryToEvaluate("len(tools())", "watch").refused("run code", "debug console");
            add.tryToEvaluate("c: nothing_of_c", "repl").refused("nothing_of_c");
            add.typed("c: 3 * 4").is("12");
            add.typed("c: int = 5").is("");
            add.typed("c").is("5");
            add.typed("raise_by = 2; item + raise_by").is("2");
            JsonObject nowhere = Json.object("expression", "add.__name__", "context", "repl");
            assertThat(session.ask("evaluate", nowhere).body().toString()).contains("'add'");
            session.client().event("invalidated");
        }
    }

    @Test
    void itemsAttributesAndGlobalsAreSet() {
        try (DebugSession session = DebugSession.open(Launch.python("values", Pythons.system()))) {
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
            zoo.typed("table['ne\"er'] = table['ne\\ner'] = 1");
            assertThat(caret.behind("table[\"ne"))
                    .containsExactly("table[\"nested", "table[\"new"); // what can be typed so
            assertThat(caret.behind("table['ne")).contains("table['ne\"er").hasSize(3);
        }
    }

    @OnSystemPython
    void aProgramThatIsPausedInASystemCallRunsCode(Python python) {
        Launch launch = Launch.python("lines", python)
                .without("program")
                .with(
                        "code",
                        "import sys\ndef wait(limit):\n    print('waits', flush=True)\n    read = sys.stdin.readline()\n"
                                + "    print('got', read, limit, flush=True)\nwait(1)");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().output(output -> output.ofDebuggee().contains("waits"));
            Stop stop = session.pause();
            Frame waiting = stop.stack().frame("wait");
            waiting.typed("limit = [1]; len(limit) + sys.maxsize").is("9223372036854775808");
            waiting.evaluate("limit[0]").is("1");
            new Setter(waiting).local("limit", "[2]").is("[2]");
            session.resume(stop);
            JsonObject line = Json.object("expression", "a line", "context", "repl");
            session.client().ask("evaluate", line).succeeded();
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("got a line\n [2]");
        }
    }

    @OnSystemPython
    void aProgramThatIsPausedInPythonRunsCodeAtItsNextSafePoint(Python python) {
        try (DebugSession session = DebugSession.open(counting(python))) {
            session.start().output(output -> output.ofDebuggee().contains("counts"));
            Stop stop = session.pause();
            for (int more = 0;
                    more < 5 && !isNewest("count", stop);
                    more++) { // it was still in the system call that writes
                session.resume(stop);
                stop = session.pause();
            }
            stop.stack()
                    .frame("count")
                    .typed("[ends + 41 for each in (turn,)][0]")
                    .is("41");
            session.client().event("invalidated");
            Frame count = stop.stack().frame("count");
            new Setter(count).local("step", "-1000000 * 1000000").is("-1000000000000");
            count.typed("step < 0").is("True");
            assertThat(isNewest("count", session.next(stop))).isTrue();
            stop = session.lastStop();
            stop.top().typed("globals().update(ends=1)");
            session.resume(stop);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("less than none");
        }
    }

    @Test
    void aProgramThatComesToNoSafePointRunsNoCodeAndSaysSo() {
        Launch launch = Launch.python("lines", Pythons.system())
                .without("program")
                .with("code", "print('sums', flush=True)\nnumber = sum(range(10 ** 12))");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().output(output -> output.ofDebuggee().contains("sums"));
            Stop stop = session.pause();
            Response answer = stop.stack().frame("<module>").tryToEvaluate("2 + 2", "repl");
            for (int more = 0; more < 5 && answer.success(); more++) { // it was still in the system call that writes
                session.resume(stop);
                stop = session.pause();
                answer = stop.stack().frame("<module>").tryToEvaluate("2 + 2", "repl");
            }
            answer.refused("within 0.5 seconds", "Pause again");
            stop.stack().frame("<module>");
        }
    }

    private static boolean isNewest(String function, Stop stop) {
        return stop.stack().visible().get(0).name().equals(function);
    }

    /** A loop that tells of its first turn, ends when its program is told so, and says whether it counts up. */
    private static Launch counting(Python python) {
        String code = """
                ends = 0
                def count():
                    turn, step = 0, 1
                    while not ends:
                        turn += step
                        if turn == 1:
                            print('counts', flush=True)
                    return step
                print('more' if count() > 0 else 'less', 'than none', flush=True)
                """;
        return Launch.python("lines", python).without("program").with("code", code);
    }

    @Test
    void whereNoCodeCanRunValuesAreRead() {
        try (DebugSession session = DebugSession.open(Launch.python("gil", Pythons.system()))) {
            session.breakAt("gil.c@unlocked");
            Frame module = session.start().stopped("breakpoint").stack().frame("<module>");
            module.typed("gil.__name__").is("'gil'");
            module.typed("total + 1").is("1");
            module.tryToEvaluate("total + abs.__call__(-1)", "repl")
                    .refused("it does not hold the GIL", "self.items[3]");
            new Setter(module).tryToSet("Globals", "total", "2").refused("it does not hold the GIL");
        }
    }

    @Test
    void codeThatCrashesStopsWhereItDoes() {
        try (DebugSession session = DebugSession.open(Launch.python("lines", Pythons.system()))) {
            session.breakAt("main.py@added");
            Frame add = session.start().stopped("breakpoint").top();
            add.tryToEvaluate("import ctypes; ctypes.string_at(1)", "repl").refused("SIGSEGV");
            Stop stop = session.stopped("exception");
            assertThat(stop.words()).contains("SIGSEGV");
            assertThat(stop.hitBreakpointIds()).isEmpty();
            JsonObject thread = Json.object("threadId", stop.threadId());
            assertThat(session.ask("exceptionInfo", thread).body().toString()).contains("SIGSEGV");
            stop.stack().frame("add");
            session.resume(stop);
            session.exited(139);
        }
    }

    @Test
    void codeThatDoesNotComeBackFromCIsShownWhereItIs() {
        Launch launch = Launch.python("lines", Pythons.system()).with("evaluationTimeout", 1);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@added");
            Stop stop = session.start().stopped("breakpoint");
            Frame add = stop.top();
            add.tryToEvaluate(DEADLOCK, "repl").refused("has not come back", "it waits in C code");
            session.client()
                    .event("invalidated", event -> event.body().toString().contains("stacks"));
            session.client().ask("scopes", Json.object("frameId", add.id())).refused();
            assertThat(stop.top().isPython()).isFalse();
            stop.stack().frame("add");
        }
    }

    /** The program stands once on a line of Python and once in C. */
    @ParameterizedTest
    @ValueSource(strings = {"main.py@inner", "border.c@leaf"})
    void codeThatDoesNotEndIsCancelledOrEndsInTime(String place) {
        Path begun = Files.nowhere("begun");
        Launch launch = Launch.python("border", Pythons.system()).with("evaluationTimeout", 1);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt(place);
            Stop stop = session.start().stopped("breakpoint").at(place);
            Frame inner = stop.stack().frame("inner");
            inner.tryToEvaluate("while True: pass", "repl").refused("longer than 1 seconds", "evaluationTimeout");
            DapClient client = session.client();
            JsonObject endless = Json.object(
                    "expression",
                    "import time\nopen('" + begun + "', 'w').close()\ntime.sleep(60)",
                    "frameId",
                    inner.id(),
                    "context",
                    "repl");
            CompletableFuture<Response> response = client.send("evaluate", endless);
            int number = client.lastSeq();
            assertThat(Files.comesSoon(begun)).isTrue();
            client.send("cancel", Json.object("requestId", number));
            client.await("evaluate", response).refused("The request was cancelled.");
            inner.typed("len(items) + 1").is("4");
            session.clearBreakpoints(place.substring(0, place.indexOf('@')));
            session.resume(stop.at(place));
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("answer 10");
        }
    }
}
