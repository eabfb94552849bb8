package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Callback;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Pipe;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GDB at the other end of a pipe; here the pipe leads to a shell of this machine. */
@EndToEnd
class PipeTest {
    @OnSystemPython
    void aPythonProgramIsLaunchedAndItsFramesAreMerged(Python python) {
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.open(pipe.leads(Launch.python("callback", python)))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            stop.stack().beginsWith(Callback.atLeaf(session.program()));
            session.resume(stop);
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("answer 6");
        }
    }

    @Test
    void argumentsAndEnvironmentArriveAndTheDirectoryIsWhereThePipeBegins() {
        Launch launch =
                Launch.executable("echo").args("a b", "it's\n$HOME", "é").env("ECHO_TEXT", "one\ntwo");
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.open(pipe.leads(launch))) {
            session.start().exited(0);
            String hex = session.output(output -> true).ofDebuggee();
            assertThat(hex)
                    .contains(hex("a b"), hex("it's\n$HOME"), hex("é"), hex("ECHO_TEXT=one\ntwo"), "directory 2f\n");
        }
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte each : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            hex.append(String.format("%02x", each));
        }
        return hex.toString();
    }

    @Test
    void theProgramReadsWhatIsTyped() {
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.open(pipe.leads(Launch.executable("reader")))) {
            session.start().output(output -> output.ofDebuggee().contains("ready\n"));
            type(session, "Grüße, 世界");
            session.output(output -> output.ofDebuggee().contains("read Grüße, 世界\n"));
            type(session, "end");
            session.exited(0);
        }
    }

    private static void type(DebugSession session, String line) {
        session.ask("evaluate", Json.object("expression", line, "context", "repl"));
    }

    @Test
    void aFloodOfOutputArrivesWhole() {
        try (Pipe pipe = Pipe.shell();
                DebugSession session =
                        DebugSession.open(pipe.leads(Launch.executable("flood").args("200000")))) {
            session.start().exited(0);
            String said = session.output(output -> true).ofDebuggee();
            assertThat(said.lines().count()).isGreaterThanOrEqualTo(200_000);
        }
    }

    @Test
    void aRunningProgramTakesBreakpointsIsPausedRestartedAndTerminated() {
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.open(pipe.leads(Launch.executable("spin")))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            ProcessHandle first = process(session);
            session.resume(session.pause());
            session.breakAt("main.c@tick");
            session.stopped("breakpoint").at("main.c@tick");
            session.ask("restart", new JsonObject());
            Stop stop = session.stopped("breakpoint").at("main.c@tick");
            assertThat(Orphans.endsSoon(first)).isTrue();
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.ask("terminate", new JsonObject());
            session.exited(128 + 15);
        }
    }

    private static ProcessHandle process(DebugSession session) {
        return ProcessHandle.of(session.client().event("process").integer("systemProcessId"))
                .orElseThrow();
    }

    @Test
    void aLaunchStopsAtItsEntryAndEndsWithTheSession() {
        ProcessHandle program;
        try (Pipe pipe = Pipe.shell();
                DebugSession session =
                        DebugSession.open(pipe.leads(Launch.executable("steps").with("stopOnEntry", true)))) {
            session.start().stopped("entry").at("main.c@first");
            program = process(session);
            session.disconnect(new JsonObject());
        }
        assertThat(Orphans.endsSoon(program)).isTrue();
    }

    @Test
    void aProgramThatTheClientLeavesRunsOn() {
        Path go = Files.nowhere("go");
        ProcessHandle program;
        try (Pipe pipe = Pipe.shell();
                DebugSession session =
                        DebugSession.open(pipe.leads(Launch.executable("spin").args(go.toString())))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            program = process(session);
            session.disconnect(Json.object("terminateDebuggee", false));
        }
        assertThat(program.isAlive()).isTrue();
        Files.create(go);
        assertThat(Orphans.endsSoon(program)).isTrue();
    }

    @Test
    void aProcessIsAttachedToAndRunsOn() {
        Path go = Files.nowhere("go");
        try (Pipe pipe = Pipe.shell();
                RunningProgram program =
                        Launch.executable("spin").args(go.toString()).run().printed("running")) {
            try (DebugSession session = DebugSession.open(pipe.leads(Launch.attach(program)))) {
                session.breakAt("main.c@tick");
                session.start().stopped("breakpoint").at("main.c@tick");
                session.disconnect(new JsonObject());
            }
            Files.create(go);
            assertThat(program.exitStatus()).isZero();
        }
    }

    @Test
    void aProcessThatIsStillToStartIsAttachedTo() {
        Launch spin = Launch.executable("spin").named("spin_beyond_pipe");
        RunningProgram[] started = new RunningProgram[1];
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.openWhileWaiting(
                        pipe.leads(Launch.attach(spin.program()).with("waitFor", "spin_beyond_pipe")),
                        () -> started[0] = spin.run())) {
            session.breakAt("main.c@tick");
            session.start().stopped("breakpoint").at("main.c@tick");
            session.disconnect(Json.object("terminateDebuggee", true));
            assertThat(started[0].exitStatus()).isEqualTo(128 + 9);
        }
    }

    @Test
    void aCoreFileIsOpened() {
        Launch exits = Launch.executable("exits").args("segv");
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.open(pipe.leads(Launch.core(exits.program(), exits.dump())))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.stack().frames().get(0).name()).isEqualTo("main");
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void aSourceThatIsOnlyThereIsReadByItsNumber() {
        Launch steps = Launch.executable("steps").with("stopOnEntry", true);
        steps.with("sourceMap", Json.object(steps.program().folder().toString(), "/nowhere"));
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.open(pipe.leads(steps))) {
            Frame frame = session.start().stopped("entry").stack().frames().get(0);
            assertThat(frame.path()).isEqualTo("/nowhere/main.c");
            JsonObject read = session.ask("source", Json.object("sourceReference", frame.sourceReference()))
                    .body();
            assertThat(Json.text(read, "content").orElseThrow()).contains("@first");
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void cppdbgsShapeIsTaken() {
        JsonObject transport = Json.object(
                "pipeProgram",
                "sh",
                "pipeArgs",
                List.of("-c"),
                "pipeCwd",
                "/",
                "debuggerPath",
                "gdb",
                "quoteArgs",
                true);
        Launch launch = Launch.executable("exits").args("code", "3").with("pipeTransport", transport);
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(3);
        }
    }

    @Test
    void whatDoesNotGoThroughAPipeIsSaid() {
        Launch launch = Launch.executable("exits")
                .args("code", "0")
                .with("subProcess", true)
                .with("console", "integratedTerminal");
        try (Pipe pipe = Pipe.shell();
                DebugSession session = DebugSession.open(pipe.leads(launch))) {
            session.output(output -> output.category("console").contains("Through a pipe the program reads"));
            session.output(output -> output.category("console").contains("'subProcess' needs a client that starts"));
            session.client()
                    .ask("evaluate", Json.object("expression", "-exec shell ls", "context", "repl"))
                    .refused("no shell where GDB runs");
            session.start().exited(0);
        }
        DebugSession.refusal(launch.with("pipe", "sh -c").with("target", "localhost:1"))
                .refused("'target' and a 'pipe' cannot be combined");
    }

    @Test
    void whatIsNotThereIsTold() {
        try (Pipe pipe = Pipe.shell()) {
            Launch exits = Launch.executable("exits");
            DebugSession.refusal(pipe.leads(exits.with("program", "/nowhere/program")))
                    .refused("'/nowhere/program' does not exist", "where GDB runs");
            DebugSession.refusal(pipe.leads(exits.with("program", "/etc/passwd")))
                    .refused("neither a Python file nor an ELF executable");
            DebugSession.refusal(
                            pipe.leads(Launch.python("chain", Pythons.system()).with("python", "/etc")))
                    .refused("'/etc' is no executable file", "correct 'python'");
            DebugSession.refusal(pipe.leads(Launch.executable("exits").with("gdb", "/nowhere/gdb")))
                    .refused("/nowhere/gdb", "not found");
            DebugSession.refusal(pipe.leads(Launch.attach(exits.program()).with("processId", 1 << 29)))
                    .refused("There is no process", "where GDB runs");
        }
    }
}
