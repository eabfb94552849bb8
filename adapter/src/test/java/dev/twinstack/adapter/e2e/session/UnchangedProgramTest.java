package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Witness;
import java.util.Map;

/** A program finds the same when it is debugged as without a debugger, except what is named here. */
@EndToEnd
class UnchangedProgramTest {
    /** What may differ, by the beginnings of the names that the program gives it, and why. */
    private static final Map<String, String> WHILE_DEBUGGED = Map.of(
            "attribute of sys _twinstack", "where the agent is found",
            "environment OLDPWD", "a shell has come from another directory",
            "hook breakpointhook", "breakpoint() stops",
            "hook gettrace", "before CPython 3.12 a trace function tells of lines",
            "hook in_threads", "it does so in threads, too",
            "monitoring 4", "from CPython 3.12 on a tool of sys.monitoring does",
            "process personality", "GDB makes addresses the same in each run",
            "references of code", "the agent knows the code that it has met, before CPython 3.12",
            "tracked", "the agent's own objects");

    @OnSystemPython
    void aProgramThatIsLaunched(Python python) {
        Witness alone = alone(python), debugged = new Witness(python);
        Files.create(debugged.end());
        try (DebugSession session = DebugSession.open(debugged.launch())) {
            session.breakAt("main.py@add", "main.py@wait");
            Stop stop = session.start().stopped("breakpoint").at("main.py@add");
            stop.top().typed("[total, item.number]").is("[0, 0]");
            stop = session.next(stop);
            session.clearBreakpoints("main.py");
            session.breakAt("main.py@sum");
            session.resume(stop);
            session.resume(session.stopped("breakpoint").at("main.py@sum"));
            session.exited(1);
        }
        assertThat(debugged.written()).isEqualTo(alone.written());
        for (String time : Witness.TIMES) {
            assertThat(debugged.differences(alone, time))
                    .allSatisfy((name, values) -> assertThat(WHILE_DEBUGGED.keySet())
                            .as("at %s %s is %s", time, name, values)
                            .anyMatch(name::startsWith));
        }
    }

    /** What stays after the debugger has left: before CPython 3.12 the trace function with all that it knows, as threads of C code may have it; later only a function that CPython calls at a fork. */
    @OnSystemPython
    void aProgramThatWasAttachedTo(Python python) {
        Witness alone = alone(python), debugged = new Witness(python);
        try (RunningProgram program = debugged.run()) {
            program.awaits(debugged::hasWorked);
            try (DebugSession session = DebugSession.open(Launch.attach(program))) {
                session.breakAt("main.py@wait");
                Stop stop = session.start().stopped("breakpoint").at("main.py@wait");
                stop.top().typed("[len(items), received]").is("[10, ['SIGALRM', 'SIGCHLD', 3, 'SIGUSR1']]");
                session.next(stop);
                session.disconnect(new JsonObject());
            }
            Files.create(debugged.end());
            assertThat(program.exitStatus()).isEqualTo(1);
        }
        assertThat(debugged.written()).isEqualTo(alone.written());
        Map<String, String> left = debugged.differences(alone, "end");
        if (python.hasMonitoring()) {
            assertThat(left).containsOnlyKeys("tracked dict", "tracked function");
        } else {
            assertThat(left)
                    .allSatisfy((name, values) -> assertThat(name).as(values).startsWith("tracked "));
        }
    }

    private static Witness alone(Python python) {
        Witness witness = new Witness(python);
        try (RunningProgram program = witness.run()) {
            Files.create(witness.end());
            assertThat(program.exitStatus()).isEqualTo(1);
        }
        return witness;
    }
}
