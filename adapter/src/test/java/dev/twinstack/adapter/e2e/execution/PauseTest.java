package dev.twinstack.adapter.e2e.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Stop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stopping a program that runs. */
@EndToEnd
class PauseTest {
    /** A program that waits in posix_spawn: its child opens a FIFO, and becomes another program only when somebody reads that. */
    private static final String SPAWNS = "import os\nprint('spawns', flush=True)\n"
            + "os.posix_spawn('/bin/true', ['true'], {}, file_actions=[(os.POSIX_SPAWN_OPEN, 1, '%s', os.O_WRONLY, 0)])\n"
            + "print('spawned', flush=True)\nwhile True: pass";

    /** Before CPython 3.13 join returns while the system's thread still ends. */
    private static final String THREAD_ENDS =
            "import os, threading\ndef work(): breakpoint()\nworker = threading.Thread(target=work)\n"
                    + "worker.start()\nworker.join()\nwhile len(os.listdir('/proc/self/task')) > 1: pass\n"
                    + "print('alone', flush=True)\nwhile True: pass";

    @Test
    void aRunningProgramIsStoppedAndGoesOn() {
        Path go = Files.nowhere("go");
        try (DebugSession session = DebugSession.open(Launch.executable("spin").args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            for (int i = 0; i < 3; i++) {
                Stop stop = session.pause();
                assertThat(stop.stack().frame("main")).isNotNull();
                session.resume(stop);
            }
            Files.create(go);
            session.exited(0);
        }
    }

    @Test
    void aProgramThatBlocksSigintIsStopped() {
        try (DebugSession session = DebugSession.open(Launch.executable("sigint_blocked"))) {
            session.breakAt("main.c@round");
            Stop stop = session.start().stopped("breakpoint");
            session.clearBreakpoints("main.c");
            session.resume(stop);
            stop = session.pause();
            assertThat(stop.stack().frame("main")).isNotNull();
            session.resume(stop);
            session.pause();
        }
    }

    @OnSystemPython
    void pythonSeesNoKeyboardInterrupt(Python python) {
        Path go = Files.nowhere("go");
        try (DebugSession session =
                DebugSession.open(Launch.python("sigint_noticed", python).args(go.toString()))) {
            session.start().output(output -> output.ofDebuggee().contains("waiting"));
            for (int i = 0; i < 3; i++) {
                Stop stop = session.pause();
                assertThat(stop.stack().frame("wait_for").isPython()).isTrue();
                session.resume(stop);
            }
            Files.create(go);
            session.exited(0);
        }
    }

    @Test
    void aPausedProgramStepsOn() {
        try (DebugSession session = DebugSession.open(Launch.executable("spin"))) {
            session.start().output(output -> output.ofDebuggee().contains("running"));
            Stop stop = session.pause();
            session.breakAt("main.c@tick");
            stop = session.resumeTo(stop, "main.c@tick");
            stop = session.stepOut(stop);
            assertThat(stop.top().name()).isEqualTo("main");
        }
    }

    /** Linux drops the SIGSTOP of a pause if a SIGCONT is sent before the program has got it, for instance while the program waits for a child that it spawns. */
    @Test
    void oneThatWasLostIsNotWaitedFor() {
        Path pipe = Files.nowhere("pipe");
        Commands.run("mkfifo", pipe.toString());
        Launch launch = Launch.python("lines", Pythons.system())
                .without("program")
                .with("code", SPAWNS.formatted(pipe))
                .with("initCommands", List.of("handle SIGCONT nostop noprint"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().output(output -> output.ofDebuggee().contains("spawns"));
            int pid = session.client().event("process").integer("systemProcessId");
            Files.comesTo(Path.of("/proc/%d/status".formatted(pid)), "State:\tD");
            session.ask("pause", Json.object("threadId", 1));
            Commands.run("kill", "-s", "CONT", Integer.toString(pid));
            Commands.run("dd", "if=" + pipe, "of=/dev/null", "status=none");
            session.output(output -> output.ofDebuggee().contains("spawned"));
            session.pause();
        }
    }

    @Test
    void aProgramWhoseStoppedThreadHasEndedIsStopped() {
        Launch launch =
                Launch.python("lines", Pythons.system()).without("program").with("code", THREAD_ENDS);
        try (DebugSession session = DebugSession.open(launch)) {
            Stop stop = session.start().stopped("breakpoint");
            session.resume(stop);
            session.output(output -> output.ofDebuggee().contains("alone"));
            session.pause();
            assertThat(session.threads()).hasSize(1);
        }
    }
}
