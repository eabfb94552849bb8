package dev.twinstack.adapter.e2e.server;

import dev.twinstack.adapter.dsl.Callback;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.FakeGdb;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;

/** A GDB without {@code gdb.MICommand}, as before GDB 12, shows the same: the operations go through its console. */
@EndToEnd
class ConsoleDoorTest {
    @OnSystemPython
    void theMainJobWorksThroughTheConsole(Python python) {
        Launch launch = Launch.python("callback", python)
                .with("gdb", FakeGdb.withoutMiCommand().toString());
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            stop.stack().beginsWith(Callback.atLeaf(session.program()));
            stop.stack().frames().get(0).evaluate("1 + 1").is("2");
            session.resume(session.next(stop));
            session.exited(0);
        }
    }
}
