package dev.twinstack.adapter.report.run;

import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.SupervisedCommand;
import dev.twinstack.adapter.dsl.UserTerminal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code twinstack run} typed into a shell on a terminal. */
@EndToEnd
class RunTerminalIT {
    private static final String RUN = SupervisedCommand.LAUNCHER + " run -- ";

    @Test
    void theProgramHasTheTerminal() {
        try (UserTerminal terminal = UserTerminal.opened()) {
            terminal.resize(11, 44)
                    .type(RUN + "sh -c 'stty size; stty -echo; tty </dev/tty; stty echo'; echo status=$?\n");
            terminal.shows("11 44").shows("/dev/tty\r\n").shows("status=0");
        }
    }

    @Test
    void keysReachAPromptOfPython() {
        try (UserTerminal terminal = UserTerminal.opened()) {
            terminal.type(RUN + "/usr/bin/python3 -q; echo status=$?\n").shows(">>> ");
            terminal.type("import time; time.sleep(1000 * len('interrupt me'))\n")
                    .shows("interrupt me");
            terminal.type("\u0003").shows("KeyboardInterrupt");
            terminal.type("print(6 * 7)\n").shows("\r\n42");
            terminal.type("exit(3)\n").shows("status=3");
        }
    }

    @Test
    void theShellStopsAndContinuesIt() {
        stopsAndContinues(RUN);
    }

    @Test
    void theShellStopsAndContinuesWhatCannotBeTraced() throws URISyntaxException {
        Path script = Path.of(RunIT.class.getResource("/without_ptrace.py").toURI());
        stopsAndContinues("python3 " + script + " " + RUN);
    }

    private static void stopsAndContinues(String run) {
        try (UserTerminal terminal = UserTerminal.opened()) {
            terminal.type(run + "sh -c 'echo ready; while read line; do echo got $line; done; exit 4'\n")
                    .shows("\r\nready");
            terminal.type("\u001a").shows("Stopped").prompts();
            terminal.type("fg\n").type("this\n").shows("\r\ngot this");
            terminal.type("\u0004").prompts().type("echo status=$?\n").shows("\r\nstatus=4");
        }
    }
}
