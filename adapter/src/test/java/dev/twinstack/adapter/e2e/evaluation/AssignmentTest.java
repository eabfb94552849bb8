package dev.twinstack.adapter.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;
import org.junit.jupiter.api.Test;

/** Values of C and C++ are set, and the client is told what may have changed. */
@EndToEnd
class AssignmentTest {
    @Test
    void aVariableIsSetWhereItWasShown() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            Setter set = new Setter(frame);
            set.local("factor", "numbers[2] + 1").is("31").hasType("int");
            set.local("letter", "66 'A'").is("66 'B'");
            set.child(frame.local("numbers"), "[1]", "21").is("21");
            set.child(frame.local("node").child("where"), "y", "-4").is("-4");
            frame.evaluate("factor + letter + numbers[1] + node->where.y").is("114");
            session.client().event("invalidated");
        }
    }

    @Test
    void whatDoesNotFitIsSaid() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Setter set = new Setter(stopInVisit(session));
            set.local("factor", "7").is("7");
            set.local("factor", "3.75").is("3");
            set.local("letter", "300").is("44 ','");
            assertThat(session.output(output -> output.category("important").contains("letter"))
                            .category("important"))
                    .isEqualTo(
                            "3.75 does not fit in 'factor', which is 3 now.\n300 does not fit in 'letter', which is 44 ',' now.\n");
        }
    }

    @Test
    void aVariableOfAnOlderFrameIsItsOwn() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            stopInVisit(session);
            Frame main = session.lastStop().stack().frame("main");
            new Setter(main).local("total", "100").is("100");
            main.local("total").is("100");
        }
    }

    @Test
    void aStructureThatWasSetOpens() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            Variable where = new Setter(frame).expression("node->where", "node->next->where");
            where.child("x").is("3");
            frame.evaluate(where.child("y").evaluateName()).is("4");
        }
    }

    @Test
    void aGlobalThatALocalHidesIsItself() {
        try (DebugSession session = DebugSession.open(Launch.executable("globals"))) {
            session.breakAt("main.cpp@main");
            Frame main = session.start().stopped("breakpoint").top();
            new Setter(main).tryToSet("Globals", "total", "55").succeeded();
            main.evaluate("::total").is("55");
            main.local("total").is("40");
            Variable shown = main.scope("Globals").variables().get("total").is("55");
            main.evaluate(shown.evaluateName()).is("55");
        }
    }

    @Test
    void aRegisterIsSet() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            new Setter(frame).tryToSet("Registers", "rax", "0x1234").succeeded();
            frame.evaluate("$rax").is("4660");
            assertThat(session.client().event("invalidated").body().toString()).contains("stacks");
        }
    }

    @Test
    void elementsOfContainersAreSetAndWatchedByTheirAddress() {
        try (DebugSession session = DebugSession.open(Launch.executable("cpp"))) {
            session.breakAt("main.cpp@main");
            Frame frame = session.start().stopped("breakpoint").top();
            Variable numbers = frame.local("numbers");
            assertThat(numbers.items(998, 2).names()).containsExactly("[998]", "[999]");
            new Setter(frame).child(numbers, "[999]", "5").is("5");
            Variable last = numbers.items(999, 1).get("[999]").is("5");
            frame.evaluate(last.evaluateName()).is("5");
        }
    }

    @OnSystemPython
    void fieldsOfAnExtensionsStructAreSetWhereverTheyWereShown(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("soak", python).args("/nowhere"))) {
            session.breakAt("soak.c@weight");
            Stop stop = session.start().stopped("breakpoint");
            Frame frame = stop.top();
            Setter set = new Setter(frame);
            set.child(frame.local("weight"), "grams", "2000 + 5").is("2005").hasType("long");
            frame.evaluate("weight->grams").is("2005");
            Variable view = frame.local("weight").child("[C view]");
            set.child(view, "grams", "3").is("3");
            Variable base = view.child("ob_base");
            set.child(python.hasImmortals() ? base.child("<anonymous union>") : base, "ob_refcnt", "1000")
                    .is("1000");
            frame.evaluate("weight->ob_base.ob_refcnt + weight->grams").is("1003");
            session.clearBreakpoints("soak.c");
            session.breakAt("main.py@add");
            session.resume(stop);
            frame = session.stopped("breakpoint").top();
            new Setter(frame).child(frame.local("weight"), "grams", "77").is("77");
            frame.local("weight").child("grams").is("77");
        }
    }

    @Test
    void whatCannotBeSetSaysWhy() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Setter set = new Setter(stopInVisit(session));
            set.tryToSetLocal("factor", "unheard_of").refused("factor", "unheard_of");
            set.tryToSetLocal("unheard_of", "1").refused("unheard_of");
            set.tryToSetExpression("factor + 1", "2").refused("lvalue");
            set.tryToSetLocal("node", "{unheard_of}").refused("{unheard_of}");
        }
    }

    private static Frame stopInVisit(DebugSession session) {
        session.breakAt("main.c@visit");
        return session.start().stopped("breakpoint").top();
    }
}
