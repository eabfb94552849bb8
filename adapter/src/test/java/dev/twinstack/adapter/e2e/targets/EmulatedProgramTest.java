package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinstack.adapter.attach.ListeningProcess;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A program that QEMU's user mode runs, whose stub takes one connection. */
@EndToEnd
class EmulatedProgramTest {
    private static final String QEMU = "/usr/bin/qemu-x86_64";

    @Test
    void aProgramUnderQemuStopsStepsAndEnds() throws IOException {
        assumeTrue(Files.isExecutable(Path.of(QEMU)), "There is no " + QEMU + "; Debian's package qemu-user has it.");
        Launch steps = Launch.executable("steps");
        int port = freePort();
        String program = steps.path("program");
        try (RunningProgram qemu = RunningProgram.start(QEMU, "-g", Integer.toString(port), program)
                        .awaits(() -> ListeningProcess.on(port).isPresent());
                DebugSession session = DebugSession.open(steps.with("target", "localhost:" + port))) {
            session.breakAt("main.c@second");
            Stop stop = session.start().stopped("breakpoint").at("main.c@second");
            stop = session.next(stop).at("main.c@call");
            session.resume(stop);
            session.exited(0);
            assertThat(qemu.exitStatus()).isZero();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
