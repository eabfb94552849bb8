package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Scope;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.dsl.Variables;
import org.junit.jupiter.api.Test;

/** C and C++ values. */
@EndToEnd
class NativeVariablesTest {
    @Test
    void argumentsComeFirst() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            assertThat(top(session, "main.c@visit").locals().names())
                    .startsWith("node", "factor")
                    .contains("numbers", "real", "letter", "text", "sum");
        }
    }

    @Test
    void scalarsReadLikeC() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Variables locals = top(session, "main.c@visit").locals();
            locals.get("factor").is("2").hasType("int").isLeaf();
            locals.get("real").is("1.5").hasType("double").isLeaf();
            locals.get("letter").says("'A'");
            locals.get("text").says("héllo");
            locals.get("sum").is("22");
        }
    }

    @Test
    void structuresArraysAndPointersOpen() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Variables locals = top(session, "main.c@visit").locals();
            assertThat(locals.get("numbers").children().values()).containsExactly("10", "20", "30");
            Variable node = locals.get("node");
            node.child("where").child("y").is("2");
            node.child("next").child("name").says("last");
            node.child("next").child("next").says("0x0").isLeaf();
        }
    }

    @Test
    void theNameOfAChildEvaluatesToItsValue() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = top(session, "main.c@visit");
            Variable deep = frame.local("node").child("next").child("where").child("x");
            deep.is("3");
            frame.evaluate(deep.evaluateName()).is("3");
        }
    }

    @Test
    void aLongArrayIsShownInPages() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Variable array = top(session, "main.c@visit").evaluate("big");
            assertThat(array.indexed()).isEqualTo(1000);
            assertThat(array.items(998, 2).values()).containsExactly("0", "22");
        }
    }

    @Test
    void aNativeFrameHasLocalsGlobalsAndRegisters() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = top(session, "main.c@visit");
            assertThat(frame.scopes()).extracting(Scope::name).containsExactly("Locals", "Globals", "Registers");
            assertThat(frame.scopes()).extracting(Scope::hint).containsExactly("locals", "globals", "registers");
            assertThat(frame.scopes()).extracting(Scope::expensive).containsExactly(false, true, true);
            Variables registers = frame.scope("Registers").variables();
            registers.get("rip").says("0x");
            registers.get("[float]").child("st0").says("0");
            frame.evaluate(registers
                            .get("[sse]")
                            .child("xmm0")
                            .child("v4_float")
                            .evaluateName())
                    .says("{");
        }
    }

    @Test
    void globalsAreThoseOfTheSourceFile() {
        try (DebugSession session = DebugSession.open(Launch.executable("globals"))) {
            Frame frame = top(session, "main.cpp@main");
            Variables globals = frame.scope("Globals").variables();
            assertThat(globals.names())
                    .containsExactly("(anonymous namespace)::hidden", "shop::price", "Box::count", "total", "many");
            for (Variable global : globals.all()) {
                frame.evaluate(global.evaluateName()).is(global.value());
            }
            new Setter(frame).tryToSet("Globals", "shop::price", "8").succeeded();
            frame.evaluate("shop::price").is("8");
        }
    }

    @Test
    void aStructureOfTenThousandFieldsOpensInPages() {
        try (DebugSession session = DebugSession.open(Launch.executable("globals"))) {
            Variable many = top(session, "main.cpp@main").evaluate("many");
            Variables first = many.children();
            assertThat(first.size()).isEqualTo(1001);
            Variable rest = first.get("…").is("9000 more");
            assertThat(rest.children().names()).startsWith("m1000").contains("m1999", "…");
            assertThat(rest.child("…").child("m2000").evaluateName()).isEqualTo("many.m2000");
        }
    }

    @Test
    void localsOfAnOlderFrameAreItsOwn() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            top(session, "main.c@visit");
            Frame main = session.lastStop().stack().frame("main");
            main.local("total").is("0");
            main.local("first").child("name").says("first");
        }
    }

    @Test
    void containersOfCppOpenThroughTheirPrinters() {
        try (DebugSession session = DebugSession.open(Launch.executable("cpp"))) {
            Frame frame = top(session, "main.cpp@main");
            Variable numbers = frame.local("numbers");
            assertThat(numbers.items(0, 4).values()).containsExactly("0", "0", "7", "0");
            assertThat(numbers.items(998, 10).values()).hasSize(2);
            Variable basket = frame.local("basket");
            basket.child("owner_").says("\"ann\"");
            assertThat(basket.child("order_").items(0, 10).values().toString()).contains("tea", "milk");
            assertThat(basket.child("prices_").children().all().toString()).contains("tea", "3", "milk", "2");
        }
    }

    @Test
    void methodsHaveTheirObject() {
        try (DebugSession session = DebugSession.open(Launch.executable("cpp"))) {
            Frame frame = top(session, "main.cpp@total");
            assertThat(frame.name()).startsWith("shop::Basket::total");
            frame.local("sum").is("5");
            frame.local("this").child("owner_").says("\"ann\"");
        }
    }

    private static Frame top(DebugSession session, String fileAndMark) {
        session.breakAt(fileAndMark);
        return session.start().stopped("breakpoint").top();
    }
}
