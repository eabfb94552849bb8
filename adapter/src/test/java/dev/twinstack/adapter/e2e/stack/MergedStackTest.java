package dev.twinstack.adapter.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import dev.twinstack.adapter.dsl.Callback;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnEveryPython;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Stack;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Python and native frames stand in one stack, in true call order. */
@EndToEnd
class MergedStackTest {
    @OnEveryPython
    void framesOfBothSidesStandInCallOrder(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            stop.stack().beginsWith(Callback.atLeaf(session.program()));
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void theMachineryOfCPythonIsSubtleAndNamesItsLibrary(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Stack stack = session.start().stopped("breakpoint").stack();
            List<Frame> machinery =
                    stack.frames().stream().filter(Frame::isSubtle).toList();
            assertThat(machinery).isNotEmpty();
            assertThat(machinery)
                    .filteredOn(frame -> frame.path().isEmpty())
                    .allSatisfy(frame -> assertThat(frame.name()).matches("(lib)?python3[^!]*!.+"));
            assertThat(stack.frames()).noneMatch(frame -> frame.name().contains("_PyEval_EvalFrameDefault"));
        }
    }

    @OnSystemPython
    void theInterpretersOwnCallersStandBelowTheModule(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Stack stack = session.start().stopped("breakpoint").stack();
            assertThat(stack.frames().get(stack.frames().size() - 1).name()).endsWith("_start");
        }
    }

    @Test
    void anUnsupportedPythonLeavesTheNativeStackAndItsReason() {
        Optional<Python> old = Pythons.unsupported();
        assumeTrue(old.isPresent(), "there is no Python 3.7 below ~/.pyenv/versions");
        try (DebugSession session = DebugSession.open(Launch.python("callback", old.get()))) {
            session.breakAt("callback.c@leaf");
            Stack stack = session.start().stopped("breakpoint").stack();
            assertThat(stack.frames())
                    .noneMatch(Frame::isPython)
                    .anyMatch(frame -> frame.name().equals("leaf"));
            session.output(
                    output -> output.category("console").contains("CPython is of version 3.7; supported are 3.8, "));
        }
    }

    @OnSystemPython
    void theNumberOfAllFramesIsToldWhereItIsKnown(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            int all = stop.stack().frames().size();
            assertThat(total(session, stop, 0, 3)).isNull();
            assertThat(total(session, stop, 0, 0).getAsInt()).isEqualTo(all);
            assertThat(total(session, stop, all - 1, 20).getAsInt()).isEqualTo(all);
            assertThat(total(session, stop, all + 1000, 20)).isNull();
        }
    }

    private static JsonElement total(DebugSession session, Stop stop, int start, int levels) {
        return session.ask(
                        "stackTrace", Json.object("threadId", stop.threadId(), "startFrame", start, "levels", levels))
                .body()
                .get("totalFrames");
    }

    @OnSystemPython
    void pagesOfTheStackMakeTheWholeStack(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("callback", python))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            List<String> whole = described(stop.stack());
            assertThat(described(stop.stack(0, 3))).isEqualTo(whole.subList(0, 3));
            assertThat(described(stop.stack(3, 4))).isEqualTo(whole.subList(3, 7));
            assertThat(described(stop.stack(5, 1000))).isEqualTo(whole.subList(5, whole.size()));
            assertThat(described(stop.stack(whole.size(), 10))).isEmpty();
        }
    }

    @OnSystemPython
    void aDeepStackIsShownInPages(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("recursion", python).args("9000"))) {
            session.breakAt("recursion.c@bottom");
            Stop stop = session.start().stopped("breakpoint");
            TestProgram program = session.program();
            stop.stack(0, 20)
                    .beginsWith(
                            program.frame("bottom", "recursion.c@bottom"),
                            program.frame("down", "main.py@last"),
                            program.frame("down", "main.py@down"));
            Stack deep = stop.stack(8000, 5);
            assertThat(deep.frames()).hasSize(5);
            assertThat(deep.visible()).isNotEmpty().allMatch(program.frame("down", "main.py@down")::fits);
        }
    }

    @Test
    void aNativeFrameWithoutSourceNamesItsLibrary() {
        Launch launch = Launch.executable("exits", "-g0").args("abort");
        try (DebugSession session = DebugSession.open(launch)) {
            Stack stack = session.start().stopped("exception").stack();
            Frame main = stack.frame("program!main");
            assertThat(main.isSubtle()).isFalse();
            assertThat(main.path()).isEmpty();
            assertThat(main.sourceName()).isEqualTo("main (disassembly)");
        }
    }

    private static List<String> described(Stack stack) {
        return stack.frames().stream().map(Frame::toString).toList();
    }
}
