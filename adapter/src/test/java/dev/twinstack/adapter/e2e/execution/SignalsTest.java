package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.ExceptionInfo;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stack;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal that would end the program is a stop with the reason {@code exception}; then it ends with 128 and the signal's number. */
@EndToEnd
class SignalsTest {
    @ParameterizedTest
    @CsvSource({"segv, SIGSEGV, 139", "abort, SIGABRT, 134"})
    void aDeadlySignalStopsAndThenEnds(String way, String signal, int exitCode) {
        try (DebugSession session = DebugSession.open(Launch.executable("exits").args(way))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains(signal);
            assertThat(stop.stack().frame("main")).matches(session.program().frame("main", "main.c@" + way)::fits);
            session.resume(stop);
            session.exited(exitCode);
        }
    }

    @Test
    void aFullStackIsShownFromItsNewestEnd() {
        try (DebugSession session = DebugSession.open(Launch.executable("overflow"))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.stack(0, 20).frames())
                    .hasSize(20)
                    .allMatch(frame -> frame.name().equals("dive"));
            assertThat(stop.stack(20, 20).frames()).hasSize(20);
            assertThat(stop.stack(1, 1).top().local("depth").value()).matches("[0-9]{4,}");
        }
    }

    @OnSystemPython
    void aCrashInAnExtensionShowsThePythonAboveIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("crash", python))) {
            Stop stop = session.start().stopped("exception");
            TestProgram program = session.program();
            assertThat(stop.words()).contains("SIGSEGV");
            stop.stack()
                    .beginsWith(
                            program.frame("now", "crash.c@crash"),
                            program.frame("careless", "main.py@careless"),
                            program.frame("<module>", "main.py@module"));
            stop.top().local("victim").says("{'name': 'victim'}");
            session.resume(stop);
            session.exited(139);
        }
    }

    /** The program runs for the debugger while it stands at a signal. It must not die of that signal then, but when it runs on. */
    @OnSystemPython
    void codeThatIsTypedAtACrashLeavesItAsItIs(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("crash", python))) {
            Stop stop = session.start().stopped("exception");
            ExceptionInfo told = Breakpoints.exceptionInfo(stop);
            Stack stack = stop.stack();
            assertThat(stack.frame("careless").typed("victim['name'].upper()").value())
                    .isEqualTo("'VICTIM'");
            assertThat(Breakpoints.exceptionInfo(stop)).isEqualTo(told);
            stop.stack().beginsWith(session.program().frame("now", "crash.c@crash"));
            session.resume(stop);
            session.exited(139);
        }
    }

    @OnSystemPython
    void extensionsOfTheStandardLibraryAreNotTheUsers(Python python) {
        Launch launch =
                Launch.python("crash", python).without("program").with("code", "import ctypes; ctypes.string_at(1)");
        try (DebugSession session = DebugSession.open(launch)) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.stack().frames())
                    .filteredOn(frame -> frame.name().startsWith("_ctypes")) // its file, or _ctypes_callproc
                    .isNotEmpty()
                    .allMatch(Frame::isSubtle);
        }
    }
}
