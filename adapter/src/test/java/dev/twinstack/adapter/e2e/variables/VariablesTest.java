package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnEveryPython;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Scope;
import dev.twinstack.adapter.dsl.Variable;
import dev.twinstack.adapter.dsl.Variables;
import java.util.Collections;
import java.util.stream.IntStream;

/** Python objects, seen from Python frames and from C. */
@EndToEnd
class VariablesTest {
    @OnEveryPython
    void localsOfAPythonFrameReadLikePython(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variables locals = zoo(session).locals();
            locals.get("argument").is("10").hasType("int");
            locals.get("nothing").is("None").hasType("NoneType");
            locals.get("yes").is("True").hasType("bool");
            locals.get("number").is("-7");
            locals.get("big").is("123456789012345678901234567890");
            locals.get("negative_big").is("-1267650600228229401496703205376");
            locals.get("real").is("2.5").hasType("float");
            locals.get("text").is("'hello'").hasType("str");
            locals.get("accented").is("'héllo'");
            locals.get("wide").is("'日本語'");
            locals.get("emoji").is("'😀!'");
            locals.get("quoted").is("\"it's\\n\"");
            locals.get("data").is("b'\\x00ab\\xff'");
            locals.get("items").is("[1, 'two', 3.0]").hasType("list");
            locals.get("empty").is("[]");
            locals.get("fixed").is("(1, (2, 3))");
            locals.get("single").is("(1,)");
            locals.get("unique").is("{5}");
            locals.get("table").is("{'a': 1, 2: 'b', 'nested': {'k': [10, 20, 30]}}");
            locals.get("error").says("ValueError", "'bad'");
            locals.get("module").says("values");
            assertThat(locals.get("long_text").value()).hasSizeLessThan(10_000);
        }
    }

    @OnSystemPython
    void functionsAndClassesAreInGroupsAsInDebugpy(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variables locals = zoo(session).locals();
            Variable function = locals.get("function variables").child("function");
            assertThat(function.says("zoo").evaluateName()).isEqualTo("function");
            Variable kind = locals.get("class variables").child("kind").says("Point");
            Variables inClass = kind.child("special variables").children();
            assertThat(inClass.get("__module__").evaluateName()).isEqualTo("kind.__module__");
        }
    }

    @OnSystemPython
    void containersAndInstancesOpen(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variables locals = zoo(session).locals();
            assertThat(locals.get("items").items(0, 10).values()).containsExactly("1", "'two'", "3.0");
            assertThat(locals.get("fixed").items(0, 10).values()).containsExactly("1", "(2, 3)");
            assertThat(locals.get("unique").items(0, 10).values()).containsExactly("5");
            assertThat(locals.get("table").items(0, 10).values()).startsWith("1", "'b'");
            locals.get("point").child("x").is("3");
            locals.get("point").child("y").is("'four'");
            locals.get("slotted").child("left").is("'L'");
            locals.get("slotted").child("right").is("[1, 2]");
            locals.get("liar").child("secret").is("42");
            Variable itself = locals.get("cyclic").items(1, 1).all().get(0);
            assertThat(itself.items(0, 1).values()).containsExactly("1");
        }
    }

    @OnSystemPython
    void pointersToObjectsShowTheirPythonValueInC(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variables locals = look(session).locals();
            locals.get("number").says("-7");
            locals.get("text").says("'hello'");
            locals.get("items").says("[1, 'two', 3.0]");
            locals.get("list").says("[1, 'two', 3.0]");
            locals.get("dict").says("'nested'");
            locals.get("type").says("Point");
            locals.get("nothing").says("None");
            locals.get("plain").is("-7");
            assertThat(locals.get("items").items(0, 3).values()).containsExactly("1", "'two'", "3.0");
            locals.get("point").child("y").is("'four'");
        }
    }

    @OnSystemPython
    void aBadPointerIsOneBadVariable(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variables locals = look(session).locals();
            locals.get("null").is("NULL").isLeaf();
            locals.get("wild").says("0x10");
            assertThat(locals.names()).contains("number", "nothing", "size", "module", "args");
        }
    }

    @OnSystemPython
    void aPythonValueOpensIntoItsCStructure(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variable view = look(session).local("items").child("[C view]");
            assertThat(view.children().names()).isNotEmpty();
            assertThat(view.children().names().toString()).contains("ob_item");
        }
    }

    @OnSystemPython
    void whatAnObjectCostsIsTold(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variables facts = look(session)
                    .local("items")
                    .child("[C view]")
                    .child("[memory]")
                    .children();
            assertThat(facts.names())
                    .containsExactly("reference count", "garbage collection", "size", "size of the type");
            facts.get("garbage collection").says("tracked, in generation ").isLeaf();
            facts.get("size").is("at least 56 bytes");
        }
    }

    @OnSystemPython
    void scopesOfAPythonFrameAreLocalsGlobalsAndCView(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = zoo(session);
            assertThat(frame.scopes()).extracting(Scope::name).containsExactly("Locals", "Globals", "C view");
            assertThat(frame.scopes()).extracting(Scope::expensive).containsExactly(false, true, true);
            assertThat(frame.scopes()).extracting(Scope::hint).startsWith("locals");
            frame.scope("Globals").variables().get("GREETING").is("'hello'");
            assertThat(frame.scope("C view").variables().size()).isPositive();
        }
    }

    @OnSystemPython
    void localsOfTheModuleAreItsGlobals(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            zoo(session);
            Frame module = session.lastStop().stack().frame("<module>");
            module.local("GREETING").is("'hello'");
        }
    }

    @OnSystemPython
    void aMillionItemsAreShownInPages(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Variable list = zoo(session).local("long_list");
            assertThat(list.indexed()).isEqualTo(1_000_000);
            assertThat(list.items(999_998, 2).values()).containsExactly("999998", "999999");
            assertThat(list.items(500_000, 100).values())
                    .isEqualTo(IntStream.range(500_000, 500_100)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(list.children().size()).isLessThan(10_000);
        }
    }

    @OnSystemPython
    void theNameOfAVariableEvaluatesToItsValue(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            Frame frame = zoo(session);
            Variable nested = frame.local("table").items(2, 1).all().get(0);
            Variable deep = nested.items(0, 1).all().get(0).items(1, 1).all().get(0);
            deep.is("20");
            frame.evaluate(deep.evaluateName()).is("20");
            frame.evaluate(frame.local("point").child("y").evaluateName()).is("'four'");
        }
    }

    @OnSystemPython
    void lookingRunsNoCodeOfTheProgram(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            zoo(session).local("liar").children();
            session.resume(session.lastStop());
            String printed =
                    session.output(output -> output.ofDebuggee().contains("15")).ofDebuggee();
            assertThat(printed.strip()).isEqualTo("15");
            session.exited(0);
        }
    }

    @OnSystemPython
    void namesOfVariablesAreUnique(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("values", python))) {
            assertThat(zoo(session).locals().names()).doesNotHaveDuplicates();
            assertThat(Collections.frequency(zoo(session).locals().names(), "captured"))
                    .isOne();
        }
    }

    private static Frame zoo(DebugSession session) {
        return stack(session, "zoo");
    }

    private static Frame look(DebugSession session) {
        return stack(session, "look");
    }

    private static Frame stack(DebugSession session, String function) {
        if (session.lastStop() == null) {
            session.breakAt("values.c@look");
            session.start().stopped("breakpoint");
        }
        return session.lastStop().stack().frame(function);
    }
}
