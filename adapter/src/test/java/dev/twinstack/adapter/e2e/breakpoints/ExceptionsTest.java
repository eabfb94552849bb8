package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.ExceptionInfo;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters for exceptions of C++, signals and fatal errors of Python, and what is told of them. */
@EndToEnd
class ExceptionsTest {
    private static final String[] NONE = {};

    @ParameterizedTest
    @CsvSource({"cpp_throw, failure", "cpp_rethrow, again", "cpp_catch, caught"})
    void aCppExceptionStopsTheProgramWithItsTypeAndText(String filter, String mark) {
        try (DebugSession session = DebugSession.open(Launch.executable("throws"))) {
            Breakpoints.of(session).onExceptions(filter);
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("C++ exception", "app::Failure: disk full");
            ExceptionInfo info = Breakpoints.exceptionInfo(stop);
            assertThat(info.id()).isEqualTo("app::Failure");
            assertThat(info.typeName()).isEqualTo("app::Failure");
            assertThat(info.message()).isEqualTo("disk full");
            assertThat(info.stackTrace()).contains("main (" + session.program().file("main.cpp"));
            Breakpoints.of(session).onExceptions(NONE);
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aTypeMeansWhatDerivesFromItToo() {
        try (DebugSession session = DebugSession.open(Launch.executable("throws"))) {
            Breakpoints.of(session).onExceptionsWhen("cpp_throw", "int, std::logic_error");
            Stop stop = session.start().stopped("exception");
            assertThat(Breakpoints.exceptionInfo(stop).id()).isEqualTo("int");
            Breakpoints.of(session).onExceptionsWhen("cpp_throw", "std::exception");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void anAbortNamesTheCppExceptionThatNobodyHasCaught() {
        try (DebugSession session =
                DebugSession.open(Launch.executable("throws").args("-1"))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("SIGABRT");
            ExceptionInfo info = Breakpoints.exceptionInfo(stop);
            assertThat(info.description()).contains("Nothing has caught the C++ exception app::Failure: disk full.");
            assertThat(info.typeName()).isEqualTo("app::Failure");
            assertThat(info.message()).isEqualTo("disk full");
        }
    }

    @Test
    void aSignalWhoseFilterIsOffPassesToTheProgram() {
        try (DebugSession session = DebugSession.open(Launch.executable("exits").args("segv"))) {
            Breakpoints.of(session).onExceptions("SIGABRT");
            session.start().exited(139);
        }
    }

    @Test
    void aClientThatSetsNoFiltersStopsAtNoSignalThatTheProgramHandles() {
        try (DebugSession session =
                DebugSession.open(Launch.executable("throws").args("3"))) {
            session.start().exited(0);
        }
    }

    @OnSystemPython
    void aClientThatSetsNoFiltersStopsAtAFatalErrorOfPython(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("failing", python).args("fatal"))) {
            assertThat(session.start().stopped("exception").words()).contains("Fatal Python error", "no more bits");
        }
    }

    @Test
    void whatIsToldGdbOfASignalHolds() {
        try (DebugSession session = DebugSession.open(
                Launch.executable("exits").args("term").with("initCommands", List.of("handle SIGTERM stop")))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("SIGTERM");
            session.resume(stop);
            session.exited(143);
        }
    }

    @Test
    void aSignalThatTheProgramHandlesPassesUnlessItIsAskedFor() {
        try (DebugSession session =
                DebugSession.open(Launch.executable("throws").args("3"))) {
            Breakpoints.of(session).onExceptionsWhen("other_signals", "no_such");
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("SIGUSR1");
            session.output(output -> output.category("important").contains("'no_such' of its filter could not be"));
            Breakpoints.of(session).onExceptionsWhen("other_signals", "$_siginfo.si_code > 0");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aNullPointerIsExplained() {
        try (DebugSession session = DebugSession.open(Launch.executable("exits").args("segv"))) {
            Stop stop = session.start().stopped("exception");
            assertThat(Breakpoints.exceptionInfo(stop).description())
                    .isEqualTo("SIGSEGV (SEGV_MAPERR) at address 0x0: a null pointer was followed.");
        }
    }

    @OnSystemPython
    void aCrashTellsOfTheExceptionThatIsPending(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("failing", python).args("crash"))) {
            Breakpoints.of(session).onExceptions("SIGSEGV");
            Stop stop = session.start().stopped("exception").at("failing.c@crash");
            ExceptionInfo info = Breakpoints.exceptionInfo(stop);
            assertThat(info.id()).isEqualTo("SIGSEGV");
            assertThat(info.inner()).contains("ValueError", "the scale is empty");
            assertThat(info.stackTrace()).contains("weigh (" + session.program().file("main.py"));
        }
    }

    @OnSystemPython
    void aFatalErrorOfPythonIsAStop(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("failing", python).args("fatal"))) {
            assertThat(Breakpoints.of(session).onExceptions("python_fatal", "SIGABRT"))
                    .allMatch(Breakpoint::verified);
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("Fatal Python error", "no more bits");
            assertThat(stop.stack().frame("now")).matches(session.program().frame("now", "failing.c@fatal")::fits);
            session.resume(stop);
            session.resume(session.stopped("exception"));
            session.exited(134);
        }
    }

    @Test
    void whatIsNoExceptionIsRefusedInASentence() {
        try (DebugSession session = DebugSession.open(Launch.executable("steps"))) {
            Breakpoint unknown = Breakpoints.of(session).onExceptions("no_such").get(0);
            assertThat(unknown.message()).isEqualTo("There is no exception filter 'no_such'.");
            session.breakAt("main.c@first");
            Stop stop = session.start().stopped("breakpoint");
            assertThat(session.client()
                            .ask("exceptionInfo", Json.object("threadId", stop.threadId()))
                            .message())
                    .contains("has not stopped at an exception");
        }
    }
}
