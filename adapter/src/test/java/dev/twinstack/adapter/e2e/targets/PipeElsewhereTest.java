package dev.twinstack.adapter.e2e.targets;

import static dev.twinstack.adapter.dsl.Backwards.back;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Debian;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Pipe;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.SshServer;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipes to another system with files of its own, and through ssh. */
@EndToEnd
class PipeElsewhereTest {
    @Test
    void aProgramOfAnotherSystemStopsInSourcesOfThisOne() {
        Debian trixie = Debian.named("trixie");
        try (Pipe pipe = trixie.pipe();
                DebugSession session =
                        DebugSession.open(pipe.leads(trixie.executable("exits").args("code", "3")))) {
            session.breakAt("main.c@choose");
            Stop stop = session.start().stopped("breakpoint").at("main.c@choose");
            session.resume(session.next(stop));
            session.exited(3);
            assertThat(session.output(output -> true).ofDebuggee()).contains("way code");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trixie", "sid"}) // GDB 16 and the newest
    void aRecordingOfAnotherSystemsGdbGoesBack(String suite) {
        Debian debian = Debian.named(suite);
        try (Pipe pipe = debian.pipe();
                DebugSession session =
                        DebugSession.open(pipe.leads(debian.executable("steps").with("reverseDebugging", true)))) {
            session.breakAt("main.c@print");
            Stop stop = session.start().stopped("breakpoint").at("main.c@print");
            stop = back(stop, "stepBack", "step").at("main.c@call");
            back(stop, "stepBack", "step").at("main.c@second");
        }
    }

    @Test
    void aProcessorThatTracesNoBranchesSaysSoAndTheProgramRuns() {
        assumeFalse(Path.of("/sys/bus/event_source/devices/intel_pt").toFile().exists(), "this one does");
        Debian trixie = Debian.named("trixie");
        Launch launch = trixie.executable("exits").args("code", "3").with("reverseDebugging", "btrace");
        try (Pipe pipe = trixie.pipe();
                DebugSession session = DebugSession.open(pipe.leads(launch))) {
            session.start();
            session.exited(3);
            assertThat(session.output(output -> true).category("important"))
                    .contains("The program cannot be recorded", "traces no branches", "\"reverseDebugging\": true");
        }
    }

    @Test
    void thePythonOfAnotherSystemIsRead() {
        Debian trixie = Debian.named("trixie");
        try (Pipe pipe = trixie.pipe();
                DebugSession session = DebugSession.open(pipe.leads(
                        trixie.python("sigint_noticed").args("/nowhere/go").with("stopOnEntry", true)))) {
            session.resume(session.start().stopped("entry"));
            session.output(output -> output.ofDebuggee().contains("waiting"));
            Frame first = session.pause().stack().frame("wait_for");
            assertThat(first.path()).isEqualTo(session.program().file("main.py").toString());
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void aChildInAnotherSystemHasItsSessionThroughThePipe() {
        Debian trixie = Debian.named("trixie");
        try (Pipe pipe = trixie.pipe()) {
            ChildSessionsTest.stopsInBoth(pipe.leads(trixie.executable("forks")), child -> {});
        }
    }

    @Test
    void aChildBeyondSshHasItsSessionThroughIt() {
        try (Pipe pipe = SshServer.pipe()) {
            ChildSessionsTest.stopsInBoth(pipe.leads(Launch.executable("forks")), child -> {});
        }
    }

    @OnSystemPython
    void aPythonProgramIsLaunchedThroughSsh(Python python) {
        try (Pipe pipe = SshServer.pipe();
                DebugSession session = DebugSession.open(pipe.leads(Launch.python("callback", python)))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            assertThat(stop.stack().frame("inner").isPython()).isTrue();
            session.resume(stop);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("answer 6");
        }
    }

    @Test
    void aProcessIsAttachedToThroughSshAndRunsOn() {
        Path go = Files.nowhere("go");
        try (Pipe pipe = SshServer.pipe();
                RunningProgram program =
                        Launch.executable("spin").args(go.toString()).run().printed("running")) {
            try (DebugSession session = DebugSession.open(pipe.leads(Launch.attach(program)))) {
                session.start();
                session.resume(session.pause());
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void theChildrenOfWhatWasLaunchedEndWithTheSession() {
        ProcessHandle child;
        try (Pipe pipe = SshServer.pipe();
                DebugSession session = DebugSession.open(
                        pipe.leads(Launch.executable("lingering").args("stays")))) {
            session.start().output(output -> output.ofDebuggee().contains("parent stays"));
            child = ProcessHandle.of(session.client().event("process").integer("systemProcessId"))
                    .flatMap(program -> program.children().findFirst())
                    .orElseThrow();
            session.disconnect(new JsonObject());
            assertThat(Orphans.endsSoon(child)).isTrue();
        }
    }

    @Test
    void whatWasLaunchedEndsWhenTheConnectionIsLost() {
        ProcessHandle program;
        try (Pipe pipe = SshServer.pipe();
                DebugSession session = DebugSession.open(pipe.leads(Launch.executable("spin")))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            program = ProcessHandle.of(session.client().event("process").integer("systemProcessId"))
                    .orElseThrow();
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/ssh"))
                    .forEach(ProcessHandle::destroyForcibly);
            session.terminated();
            assertThat(Orphans.endsSoon(program)).isTrue();
        }
    }
}
