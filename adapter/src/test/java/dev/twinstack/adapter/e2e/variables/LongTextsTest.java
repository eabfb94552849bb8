package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Variable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Strings too long to be shown: opened in parts, and copied whole. */
@EndToEnd
class LongTextsTest {
    private static final String LONG = IntStream.range(0, 1000)
            .mapToObj(i -> i + ",")
            .collect(Collectors.joining())
            .substring(0, 2500);

    @OnSystemPython
    void aLongStringOpensIntoParts(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("texts", python))) {
            Frame frame = stoppedIn(session, "main");
            Variable text = frame.local("long");
            assertThat(text.indexed()).isEqualTo(3);
            assertThat(text.items(0, 10).names()).containsExactly("[0:1000]", "[1000:2000]", "[2000:2500]");
            Variable last = text.items(2, 1).all().get(0);
            last.is("'" + LONG.substring(2000) + "'").isLeaf();
            assertThat(last.evaluateName()).isEqualTo("long[2000:2500]");
            frame.evaluate(last.evaluateName()).is(last.value());
        }
    }

    @OnSystemPython
    void aMillionCharactersAreAFewStepsAway(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("texts", python))) {
            Variable million = stoppedIn(session, "main").local("million");
            million.is("'" + "é".repeat(250) + "'...");
            assertThat(million.children().names()).hasSize(11).startsWith("[0:100000]");
            Variable end = million.items(9, 1).all().get(0);
            Variable part = end.items(9, 1).all().get(0);
            assertThat(part.evaluateName()).isEqualTo("million[990000:1000000]");
            Variable leaf = part.children().get("[999000:1000000]");
            assertThat(leaf.evaluateName()).isEqualTo("million[999000:1000000]");
            leaf.is("'" + "é".repeat(1000) + "'").isLeaf();
        }
    }

    @OnSystemPython
    void aSliceOpensIntoTheItemsOfTheWhole(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("texts", python))) {
            Frame frame = stoppedIn(session, "main");
            Variable slice = frame.evaluate("items[4998:9999]").is("[4998, 4999]");
            assertThat(slice.children().names()).containsExactly("[4998]", "[4999]");
            Variable last = slice.items(1, 1).all().get(0).is("4999");
            assertThat(last.evaluateName()).isEqualTo("items[4999]");
        }
    }

    @OnSystemPython
    void whatIsCopiedIsWhole(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("texts", python))) {
            Frame frame = stoppedIn(session, "main");
            assertThat(frame.copied("short")).isEqualTo("it's short");
            assertThat(frame.copied("long")).isEqualTo(LONG);
            assertThat(frame.copied("million")).isEqualTo("é".repeat(1_000_000));
            assertThat(frame.copied("items"))
                    .isEqualTo(IntStream.range(0, 5000).boxed().toList().toString());
            assertThat(frame.copied("raw")).startsWith("b'\\x00\\x01").endsWith("\\xfe\\xff'");
        }
    }

    @OnSystemPython
    void whatIsTooLongToBeCopiedSaysSo(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("texts", python))) {
            assertThat(stoppedIn(session, "main").copied("two_millions"))
                    .startsWith("abab")
                    .hasSizeLessThan(1_000_200)
                    .endsWith("ab… (the first 1000000 of 2000000 characters; a greater maxStringLength gives more)");
        }
        try (DebugSession session =
                DebugSession.open(Launch.python("texts", python).with("maxStringLength", 20_000))) {
            assertThat(stoppedIn(session, "main").copied("two_millions")).isEqualTo("ab".repeat(1_000_000));
        }
    }

    @OnSystemPython
    void stringsOfCAreCopiedWhole(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("texts", python))) {
            Frame frame = stoppedIn(session, "look");
            assertThat(frame.copied("text")).isEqualTo(LONG);
            assertThat(frame.copied("small")).isEqualTo("\"it's small\\000\\000\\000\\000\\000\\000\\000\\000\\000\"");
            assertThat(frame.copied("start")).endsWith("\"" + "c".repeat(200_000) + "\"");
            assertThat(frame.copied("longest")).isEqualTo("\"" + "c".repeat(200_000) + "\"");
            assertThat(frame.copied("small[0]")).isEqualTo("105 'i'");
            frame.tryToEvaluate("small[0] = 1", "clipboard").refused("would change the program");
            frame.tryToEvaluate("PyObject_Str(text)", "clipboard").refused();
        }
    }

    private static Frame stoppedIn(DebugSession session, String function) {
        session.breakAt("texts.c@look");
        return session.start().stopped("breakpoint").stack().frame(function);
    }
}
