package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Pipe;
import dev.twinstack.adapter.dsl.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user's environment is made for a Python with which GDB's own does not start. */
@EndToEnd
class ForeignPythonTest {
    private final Path shadow = Files.nowhere("signal.py");
    private final Map<String, String> variables = Map.of(
            "PYTHONHOME", "/nonexistent",
            "PYTHONPATH", shadow.getParent() + "\n$b 'c' \"d\"",
            "PYTHONHASHSEED", "",
            "PYTHONSTARTUP", "=a  'b'$c",
            "PYTHONWARNINGS", "error",
            "PYTHONPYCACHEPREFIX", "a\nb",
            "PYTHONNOUSERSITE", "1");
    private final Launch launch = Launch.executable("native")
            .with("program", "/bin/sh")
            .args("-c", "env -0 | tr '\\0\\n' '\\n|'")
            .with(
                    "initCommands",
                    List.of(
                            "python import os; print('GDB hands on ' + os.environ['PYTHONHOME'])",
                            "set environment PYTHONWARNINGS mine",
                            "set environment PYTHONPYCACHEPREFIX /mine",
                            "unset environment PYTHONNOUSERSITE"));

    @Test
    void theProgramGetsItAndGdbDoesNot() {
        assertPassedOn(launch);
    }

    @Test
    void theSameAtTheOtherEndOfAPipe() {
        try (Pipe pipe = Pipe.shell()) {
            assertPassedOn(pipe.leads(launch));
        }
    }

    private void assertPassedOn(Launch wanted) {
        Files.write(shadow, "raise ImportError('this is not the signal of the library')\n");
        try (DebugSession session = DebugSession.open(ServerProcess.startWithVariables(variables), wanted)) {
            session.start().exited(0);
            session.output(output -> output.category("console").contains("GDB hands on /nonexistent"));
            assertThat(session.output(output -> true).ofDebuggee().lines())
                    .contains("PYTHONHOME=/nonexistent", "PYTHONHASHSEED=", "PYTHONSTARTUP==a  'b'$c")
                    .contains("PYTHONWARNINGS=mine", "PYTHONPYCACHEPREFIX=/mine")
                    .contains("PYTHONPATH=" + shadow.getParent() + "|$b 'c' \"d\"")
                    .noneMatch(line -> line.startsWith("TWINSTACK_") || line.startsWith("PYTHONNOUSERSITE"));
        }
    }
}
