package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.ChildSessions;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.ServerProcess;
import org.junit.jupiter.api.Test;

/** Where Linux lets nobody debug a process (Yama's {@code kernel.yama.ptrace_scope} is 3), as far as the server can see. */
@EndToEnd
class PtraceScopeTest {
    @Test
    void childrenRunFreeAndTheConsoleSaysWhy() {
        Launch launch = Launch.executable("forks").with("subProcess", true);
        ChildSessions children = new ChildSessions(launch.program());
        ServerProcess server = ServerProcess.startWhereNobodyAttaches();
        try (DebugSession parent = DebugSession.open(server, launch, children)) {
            assertThat(parent.output(output -> output.category("console").contains("ptrace_scope"))
                            .category("console"))
                    .contains("The program's children run free", "kernel.yama.ptrace_scope is 3");
            parent.start();
            parent.exited(2);
            assertThat(children.isWaiting()).isFalse();
        }
    }
}
