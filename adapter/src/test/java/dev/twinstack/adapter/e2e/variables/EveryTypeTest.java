package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Scope;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.dsl.Variables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of every type read and open without an error. */
@EndToEnd
class EveryTypeTest {
    private static final int OPENED_OF_EACH = 60;

    @Test
    void everyShapeOfCppReads() {
        try (DebugSession session = DebugSession.open(Launch.executable("shapes"))) {
            Variables locals = shapes(session).locals();
            locals.get("colour").is("Colour::green");
            locals.get("truth").is("true");
            locals.get("huge").is("1267650600228229401496703205376");
            locals.get("box").child("content").child("content").is("8");
            locals.get("packed").child("high").is("9");
            locals.get("either").child("bytes").child("[0]").says("4");
            locals.get("derived").child("derived_member").is("2");
            locals.get("function").says("twice");
            locals.get("text").says("quote \\\" and \\n newline");
            locals.get("empty").is("\"\"");
            assertThat(locals.get("grid").child("[1]").children().values()).containsExactly("4", "5", "6");
            assertThat(locals.get("nested").child("[1]").children().values()).containsExactly("2", "3");
            assertThat(locals.get("bits").children().values()).containsExactly("true", "false", "true");
            assertThat(locals.get("ordered").children().values()).containsExactly("1", "2", "3");
        }
    }

    @Test
    void aShadowedVariableIsNotMistakenForTheOther() {
        try (DebugSession session = DebugSession.open(Launch.executable("shapes"))) {
            Frame frame = shapes(session);
            frame.evaluate("shadowed").is("100");
            List<Variable> both = frame.locals().all().stream()
                    .filter(variable -> variable.name().startsWith("shadowed"))
                    .toList();
            both.get(0).is("100");
            assertThat(both)
                    .filteredOn(variable -> !variable.evaluateName().isEmpty())
                    .allSatisfy(
                            variable -> frame.evaluate(variable.evaluateName()).is(variable.value()));
        }
    }

    @Test
    void everythingOfCppOpens() {
        try (DebugSession session = DebugSession.open(Launch.executable("shapes"))) {
            Variables locals = shapes(session).locals();
            for (Variable local : locals.all()) {
                if (!local.name().startsWith("wild")) {
                    assertOpens(local, 3);
                }
            }
            assertThat(locals.get("wild_vector").value()).contains("0x10");
        }
    }

    @OnSystemPython
    void everythingOfPythonOpens(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            session.breakAt("values.c@look");
            Frame zoo = session.start().stopped("breakpoint").stack().frame("zoo");
            for (Scope scope : zoo.scopes()) {
                scope.variables().all().forEach(variable -> assertOpens(variable, 2));
            }
        }
    }

    private static void assertOpens(Variable variable, int depth) {
        assertThat(variable.value()).as(variable.name()).doesNotStartWith("<error");
        if (depth > 0 && variable.reference() > 0) {
            variable.children().all().stream().limit(OPENED_OF_EACH).forEach(child -> assertOpens(child, depth - 1));
        }
    }

    private static Frame shapes(DebugSession session) {
        session.breakAt("main.cpp@shapes");
        return session.start().stopped("breakpoint").top();
    }
}
