package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Caret;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import org.junit.jupiter.api.Test;

/** What is typed in the debug console is completed. */
@EndToEnd
class CompletionsTest {
    @Test
    void namesAndMembersOfCAreCompleted() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Caret caret = new Caret(session.start().stopped("breakpoint").top());
            assertThat(caret.behind("n")).containsExactly("node", "numbers");
            assertThat(caret.behind("factor + b")).containsExactly("factor + big");
            assertThat(caret.behind("node->")).containsExactly("node->name", "node->next", "node->where");
            assertThat(caret.behind("1 + (*node->next).where.")).hasSize(2).contains("1 + (*node->next).where.x");
            assertThat(caret.behind("numbers[node->w")).containsExactly("numbers[node->where");
            assertThat(caret.behind("$ra")).containsExactly("$rax");
            assertThat(caret.behind("nothing.")).isEmpty();
            assertThat(caret.behind("factor++.")).isEmpty();
            caret.frame().evaluate("factor").is("2");
        }
    }

    @Test
    void membersAreCompletedWithAndWithoutThis() {
        try (DebugSession session = DebugSession.open(Launch.executable("cpp"))) {
            session.breakAt("main.cpp@total");
            Caret caret = new Caret(session.start().stopped("breakpoint").top());
            assertThat(caret.behind("ow")).containsExactly("owner_");
            assertThat(caret.behind("this->o")).contains("this->order_", "this->owner_");
            assertThat(caret.behind("shop::Bas")).contains("shop::Basket");
        }
    }

    @Test
    void nothingWhileTheProgramRuns() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            JsonObject typed = session.ask("completions", Json.object("text", "n", "column", 2))
                    .body();
            assertThat(typed.getAsJsonArray("targets")).isEmpty();
        }
    }

    @Test
    void commandsOfGdbAreCompleted() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            Caret caret = new Caret(session.start().stopped("breakpoint").top());
            assertThat(caret.behind("-exec info thr")).containsExactly("-exec info threads");
            assertThat(caret.behind(">info thr")).containsExactly(">info threads");
            assertThat(caret.behind("py-b")).contains("py-bt", "py-bt-full");
            caret.frame().tryToEvaluate(">print factor", "repl").succeeded();
            caret.frame().tryToEvaluate(">", "repl").refused("takes a command of GDB");
        }
    }

    @OnSystemPython
    void namesAndAttributesOfPythonAreCompleted(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            Caret caret =
                    new Caret(session.start().stopped("breakpoint").stack().frame("zoo"));
            assertThat(caret.behind("numb")).containsExactly("number");
            assertThat(caret.behind("GREE")).containsExactly("GREETING");
            assertThat(caret.behind("isinst")).containsExactly("isinstance");
            assertThat(caret.behind("point.")).contains("point.x", "point.y").doesNotContain("point.__class__");
            assertThat(caret.behind("point.__cl")).containsExactly("point.__class__");
            assertThat(caret.behind("items[1].upp")).containsExactly("items[1].upper");
            assertThat(caret.behind("unheard_of.")).isEmpty();
        }
    }
}
