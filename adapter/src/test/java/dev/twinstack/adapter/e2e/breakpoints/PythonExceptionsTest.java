package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.ExceptionInfo;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exceptions of Python, where they are raised, and the program's own breakpoint(). */
@EndToEnd
class PythonExceptionsTest {
    @OnSystemPython
    void whatNobodyHandlesStopsWhereItIsRaised(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("raises", python).args("way"))) {
            Breakpoint pending =
                    Breakpoints.of(session).onExceptions("uncaught").get(0);
            assertThat(pending.verified()).isFalse();
            assertThat(pending.message()).isEqualTo("No Python has started in the program yet.");
            session.start();
            Event now = session.client().event("breakpoint");
            assertThat(now.body().toString()).contains("\"id\":" + pending.id() + ",\"verified\":true");
            Stop stop = session.stopped("breakpoint").at("main.py@breakpoint");
            stop = session.next(stop).at("main.py@behind");
            session.resume(stop);
            stop = session.stopped("exception").at("main.py@unhandled");
            assertThat(stop.stack().visible()).extracting(frame -> frame.name()).startsWith("find", "main", "<module>");
            stop.top().local("key").is("'way'");
            ExceptionInfo info = Breakpoints.exceptionInfo(stop);
            assertThat(info.id()).isEqualTo("__main__.Failure");
            assertThat(info.description()).isEqualTo("__main__.Failure: no way");
            assertThat(info.breakMode()).isEqualTo("unhandled");
            assertThat(info.typeName()).isEqualTo("Failure");
            assertThat(info.stackTrace()).contains("in main", "in find").endsWith("__main__.Failure: no way");
            assertThat(info.inner()).contains("KeyError", "'way'");
            session.resume(stop);
            session.exited(1);
        }
    }

    /** {@code breakpoint()} stops also in a session that asks for nothing of Python's. */
    @OnSystemPython
    void breakpointStopsWhereItIsCalledWithoutAnyOther(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("raises", python).args("way"))) {
            Stop stop = session.start().stopped("breakpoint").at("main.py@breakpoint");
            session.next(stop).at("main.py@behind").top().local("way").is("'way'");
        }
    }

    @OnSystemPython
    void breakpointStopsInAnyModuleAndThread(Python python) {
        try (DebugSession session =
                DebugSession.open(Launch.python("raises", python).args("elsewhere"))) {
            Stop stop = session.start().stopped("breakpoint").at("elsewhere.py@asked");
            stop = session.next(stop).at("elsewhere.py@behind");
            stop.top().local("way").is("'elsewhere'");
            stop = session.resumeTo(stop, "elsewhere.py@asked");
            stop.top().local("way").is("'thread'");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aTypeMeansWhatDerivesFromItToo() {
        try (DebugSession session =
                DebugSession.open(Launch.python("raises", Pythons.system()).args("way"))) {
            Breakpoints.of(session).onExceptionsWhen("raised", "OSError, LookupError");
            session.resume(session.start().stopped("breakpoint").at("main.py@breakpoint"));
            Stop stop = session.stopped("exception").at("main.py@find");
            assertThat(stop.words()).contains("Python exception raised", "KeyError: 'way'");
            Breakpoints.of(session).onExceptionsWhen("raised", "__main__.Failure");
            session.resume(stop);
            stop = session.stopped("exception").at("main.py@unhandled");
            Breakpoints.of(session).onExceptions();
            session.resume(stop);
            session.exited(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"thread, fail, 0", "task, fail, 1", "exit, exit, 4"})
    void whatEndsAThreadOrTaskOrTheProgramIsHandledByNobody(String way, String mark, int status) {
        try (DebugSession session =
                DebugSession.open(Launch.python("raises", Pythons.system()).args(way))) {
            Breakpoints.of(session).onExceptions("uncaught", "SIGSEGV");
            Stop stop = session.start().stopped("exception").at("main.py@" + mark);
            session.resume(stop);
            session.exited(status);
        }
    }

    @Test
    void whatIsRaisedInALibraryIsToldWhereItComesToTheUsersCode() {
        try (DebugSession session =
                DebugSession.open(Launch.python("raises", Pythons.system()).args("parse"))) {
            Breakpoints.of(session).onExceptionsWhen("raised", "JSONDecodeError");
            Stop stop = session.start().stopped("exception").at("main.py@parse");
            assertThat(Breakpoints.exceptionInfo(stop).id()).isEqualTo("json.decoder.JSONDecodeError");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aStepGoesIntoALibraryWhereItsCodeIsAskedFor() {
        assertThat(steppedFrom("parse", "justMyCode", true)).isEqualTo("parse");
        assertThat(steppedFrom("parse", "justMyCode", false)).isEqualTo("loads");
        JsonObject[] rules = {
            Json.object("path", "**/json/decoder.py", "include", false), Json.object("module", "json", "include", true)
        };
        assertThat(steppedFrom("parse", "rules", rules)).isEqualTo("loads");
    }

    /** The function in which a step into the line that is marked ends. */
    private static String steppedFrom(String mark, String attribute, Object value) {
        Launch launch = Launch.python("raises", Pythons.system()).args(mark).with(attribute, value);
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@" + mark);
            return session.stepIn(session.start().stopped("breakpoint")).top().name();
        }
    }

    @Test
    void whatCCodeSetsStopsAtItsLine() {
        try (DebugSession session = DebugSession.open(Launch.python("raising", Pythons.system()))) {
            Breakpoints.of(session).onExceptionsWhen("python_set_by_c", "OSError, LookupError");
            Stop stop = session.start().stopped("exception").at("raising.c@set");
            assertThat(stop.words()).contains("Python exception set by C code", "KeyError: 'key'");
            assertThat(stop.stack().visible()).extracting(frame -> frame.name()).startsWith("fail", "<module>");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aFormatOfCCodeIsShownWithItsArguments() {
        try (DebugSession session = DebugSession.open(Launch.python("raising", Pythons.system())
                .without("program")
                .with("code", "import raising; raising.refuse(('a',))"))) {
            Breakpoints.of(session).onExceptions("python_set_by_c");
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("ValueError: no% of ('a',), a: -3, %zd");
            session.resume(stop);
            session.exited(1);
        }
    }

    @Test
    void aProgramWithoutPythonHasNone() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            session.breakAt("main.c@visit");
            session.start().stopped("breakpoint");
            List<Breakpoint> rows = Breakpoints.of(session).onExceptions("uncaught", "SIGSEGV", "raised");
            assertThat(rows).extracting(Breakpoint::verified).containsExactly(false, true, false);
            assertThat(rows.get(2).message()).contains("No Python has started");
        }
    }

    @Test
    void whatIsNoTypeIsRefused() {
        try (DebugSession session =
                DebugSession.open(Launch.python("raises", Pythons.system()).args("parse"))) {
            Breakpoint refused = Breakpoints.of(session)
                    .onExceptionsWhen("raised", "not a name")
                    .get(0);
            assertThat(refused.message()).contains("'not a name' is no name of a type");
            session.start().exited(0);
        }
    }
}
