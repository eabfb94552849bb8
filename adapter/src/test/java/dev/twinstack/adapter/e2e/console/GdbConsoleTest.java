package dev.twinstack.adapter.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands of GDB in the debug console: CPython's own, and any other behind -exec. */
@EndToEnd
class GdbConsoleTest {
    @OnSystemPython
    void cpythonsCommandsAreTypedAsTheyAre(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame zoo = zoo(session);
            assertThat(said(zoo, "py-print number")).isEqualTo("local 'number' = -7");
            assertThat(said(zoo, "py-print len")).startsWith("builtin 'len' = <built-in method len of module object");
            assertThat(said(zoo, "py-bt"))
                    .startsWith("Traceback (most recent call first):\n")
                    .contains("in zoo\n");
            assertThat(said(zoo, "py-bt-full")).contains(", in zoo (argument=");
            assertThat(said(zoo, "py-locals")).startsWith("Locals for zoo\n").contains("\nnumber = -7\n");
            assertThat(said(zoo, "py-list")).contains(">" + zoo.line() + " ");
        }
    }

    @OnSystemPython
    void theyAreAboutTheFrameThatTheClientSelected(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            zoo(session);
            Frame module = session.lastStop().stack().frame("<module>");
            assertThat(said(module, "py-print GREETING")).isEqualTo("global 'GREETING' = 'hello'");
            assertThat(said(module, "py-print number")).isEqualTo("'number' not found");
            assertThat(said(module, "py-bt")).doesNotContain("in zoo\n").contains("in <module>\n");
        }
    }

    @OnSystemPython
    void aWrongCommandIsRefused(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame zoo = zoo(session);
            zoo.tryToEvaluate("py-nothing", "repl").refused("no command 'py-nothing'", "py-bt, py-bt-full");
            zoo.tryToEvaluate("py-print", "repl").refused("takes a Python name");
            zoo.tryToEvaluate("py-bt", "watch").refused();
            zoo.tryToEvaluate("-exec nothing-like-this", "repl").refused("nothing-like-this");
            zoo.tryToEvaluate("-exec", "repl").refused("-exec takes a command of GDB");
        }
    }

    @OnSystemPython
    void anyCommandOfGdbRunsBehindExec(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame top = zoo(session).session().lastStop().top();
            assertThat(said(top, "-exec info line")).contains("values.c");
            assertThat(said(top, "-exec bt 1"))
                    .startsWith("#0 ")
                    .contains("look (")
                    .contains("at remote 0x");
            assertThat(said(top, "-exec py-print number")).isEqualTo("local 'number' = -7");
            session.resume(session.lastStop());
            session.exited(0);
        }
    }

    @Test
    void aCommandThatResumesTheProgramIsAStepOfTheSession() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame top = session.start().stopped("breakpoint").top();
            assertThat(said(top, "-exec next")).isEmpty();
            assertThat(session.stopped("step").top().line()).isGreaterThan(top.line());
            session.clearBreakpoints("main.c");
            assertThat(said(session.lastStop().top(), "-exec continue")).startsWith("Continuing");
            session.exited(0);
        }
    }

    @Test
    void aFrameThatIsSelectedThereStaysSo() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            Frame top = stop.top();
            String caller = said(top, "-exec up");
            assertThat(caller).startsWith("#1 ");
            assertThat(said(top, "-exec frame")).isEqualTo(caller);
            assertThat(said(top, "-exec -stack-info-frame")).startsWith("^done,frame={level=\"1\",");
            assertThat(said(stop.stack().frame("main"), "-exec frame")).contains(" main (");
            assertThat(said(top, "-exec frame")).startsWith("#0 ");
            said(top, "-exec up");
            said(top, "-exec next");
            assertThat(said(session.stopped("step").top(), "-exec frame")).startsWith("#0 ");
        }
    }

    @Test
    void aFrameThatIsSelectedThereIsThatOfACommandRightBehind() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame top = session.start().stopped("breakpoint").top();
            List<CompletableFuture<Response>> said = Stream.of("-exec up", "-exec frame", "-exec down", "-exec frame")
                    .map(command -> session.client()
                            .send(
                                    "evaluate",
                                    Json.object("expression", command, "frameId", top.id(), "context", "repl")))
                    .toList();
            assertThat(said)
                    .map(each -> Json.text(each.join().succeeded().body(), "result")
                            .orElse("")
                            .substring(0, 3))
                    .containsExactly("#1 ", "#1 ", "#0 ", "#0 ");
        }
    }

    @Test
    void aCommandOfGdbMiIsAnsweredInItsWords() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame top = session.start().stopped("breakpoint").top();
            assertThat(said(top, "-exec -data-evaluate-expression 6*7")).isEqualTo("^done,value=\"42\"");
            top.tryToEvaluate("-exec -break-delete 1", "repl").refused("'-break-delete' is not carried out here");
            top.tryToEvaluate("-exec -exec-next", "repl").refused("such as '-exec next'");
        }
    }

    @Test
    void aFailureIsToldOnce() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame top = session.start().stopped("breakpoint").top();
            top.tryToEvaluate("-exec nothing-like-this", "repl").refused("nothing-like-this");
            said(top, "-exec shell echo told");
            String console = session.output(output -> output.category("console").contains("told\n"))
                    .category("console");
            assertThat(console).doesNotContain("nothing-like-this");
        }
    }

    @Test
    void longOutputIsCutWithAWordHowToGetAllOfIt() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame top = session.start().stopped("breakpoint").top();
            String said = said(top, "-exec python print('long ' * 40000)");
            assertThat(said).hasSizeBetween(100_000, 100_200).startsWith("long long");
            assertThat(said).endsWith("'-exec pipe COMMAND | cat > FILE' writes all of it to a file)");
            Path file = Files.nowhere("said");
            said(top, "-exec pipe python print('long ' * 40000) | cat > " + file);
            assertThat(file.toFile().length()).isEqualTo(200_001);
        }
    }

    @Test
    void theReasonOfAFailureIsToldHoweverMuchWasPrinted() {
        Path script = Files.nowhere("script");
        Files.write(script, "python print('x' * 200000)\nprint 40 + 2\nprint nothing_like_this\n");
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Frame top = session.start().stopped("breakpoint").top();
            Response refused = top.tryToEvaluate("-exec source " + script, "repl");
            assertThat(refused.refused("nothing_like_this").message()).hasSizeLessThan(300);
            session.output(output -> output.category("console").contains("xxxx"));
        }
    }

    private static String said(Frame frame, String command) {
        return frame.tryToEvaluate(command, "repl")
                .succeeded()
                .body()
                .get("result")
                .getAsString();
    }

    private static Frame zoo(DebugSession session) {
        session.breakAt("values.c@look");
        return session.start().stopped("breakpoint").stack().frame("zoo");
    }
}
