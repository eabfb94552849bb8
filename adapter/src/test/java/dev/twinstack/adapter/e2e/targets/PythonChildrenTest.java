package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinstack.adapter.dsl.Breakpoint;
import dev.twinstack.adapter.dsl.ChildSessions;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Pipe;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.Stop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of Python, and of the C that they call, in processes that a Python program starts. */
@EndToEnd
class PythonChildrenTest {
    private static final String FIRST = "main.py@first";
    /** The code that a child runs after it has started. */
    private static final List<String> WORK = List.of("main.py@work", "kin.c@work", "main.py@worked");

    private static final List<String> FROM_ITS_FIRST_LINE =
            List.of(FIRST, "main.py@work", "kin.c@work", "main.py@worked");
    /** The marks in the order in which breakpoints on them are answered: file by file. */
    private static final List<String> BREAKPOINTS = List.of(FIRST, "main.py@work", "main.py@worked", "kin.c@work");

    @Test
    void aForkedProcessAndOneThatIsExecutedStopAtTheirLines() {
        Launch launch = kin(Pythons.system(), "in a thread", "subprocess");
        ChildSessions children = new ChildSessions(launch.program());
        try (DebugSession parent = DebugSession.open(launch.with("subProcess", true), children)) {
            parent.breakAt("main.py@work");
            parent.resume(parent.start().stopped("breakpoint").at("main.py@work"));
            assertThat(linesOfWorker(children, 11)).isEqualTo(WORK);
            assertThat(linesOfWorker(children, 12)).isEqualTo(FROM_ITS_FIRST_LINE);
            parent.exited(0);
        }
    }

    @Tag("matrix")
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.twinstack.adapter.dsl.Pythons#every")
    void workersOfMultiprocessingStopAtTheirLines(Python python) {
        workersStopAtTheirLines(kin(python, "fork", "in a thread", "spawn", "forkserver"));
    }

    @Tag("matrix")
    @Test
    void workersOfMultiprocessingStopAtTheOtherEndOfAPipe() {
        try (Pipe pipe = Pipe.container()) {
            workersStopAtTheirLines(pipe.leads(kin(Pythons.system(), "fork", "in a thread", "spawn", "forkserver")));
        }
    }

    private static void workersStopAtTheirLines(Launch launch) {
        ChildSessions children = new ChildSessions(launch.program());
        try (DebugSession parent = DebugSession.open(launch.with("subProcess", true), children)) {
            parent.start();
            assertThat(linesOfWorker(children, 11)).isEqualTo(WORK);
            assertThat(linesOfWorker(children, 12)).isEqualTo(WORK);
            try (DebugSession tracker = children.next().start()) {
                assertThat(linesOfWorker(children, 13)).isEqualTo(FROM_ITS_FIRST_LINE);
                try (DebugSession server = children.next().start()) {
                    assertThat(linesOfWorker(children, 14)).endsWith(WORK.toArray(String[]::new));
                    parent.exited(0);
                    server.terminated(); // by SIGHUP, as the terminal is gone
                }
                tracker.terminated();
            }
            assertThat(parent.output(output -> true).ofDebuggee().lines()) // among warnings of CPython's, from 3.12 on
                    .containsSubsequence("fork 11", "in a thread 12", "spawn 13", "forkserver 14");
        }
    }

    /** The marks at which a child stops before it ends. In one that a thread has forked, the code of the module is gone with the first thread. */
    private static List<String> linesOfWorker(ChildSessions children, int exitCode) {
        List<String> lines = new ArrayList<>();
        try (DebugSession worker = children.next()) {
            List<Breakpoint> breakpoints = worker.breakAt(BREAKPOINTS.toArray(String[]::new));
            worker.start();
            while (worker.stopsBeforeItsEnd()) {
                Stop stop = worker.stopped("breakpoint");
                assertThat(stop.hitBreakpointIds()).hasSize(1);
                int hit = breakpoints.stream()
                        .map(Breakpoint::id)
                        .toList()
                        .indexOf(stop.hitBreakpointIds().get(0));
                lines.add(BREAKPOINTS.get(hit));
                stop.at(BREAKPOINTS.get(hit));
                worker.resume(stop);
            }
            worker.exited(exitCode);
        }
        return lines;
    }

    @OnSystemPython
    void aProgramThatExecutesAnotherPythonStopsAtItsLines(Python python) {
        try (DebugSession session = DebugSession.open(kin(python, "os.exec"))) {
            session.breakAt(FROM_ITS_FIRST_LINE.toArray(String[]::new));
            session.start();
            for (int round = 0; round < 2; round++) {
                for (String line : FROM_ITS_FIRST_LINE) {
                    session.resume(session.stopped("breakpoint").at(line));
                }
            }
            session.exited(11);
        }
    }

    @OnSystemPython
    void aWorkerOfPytestStopsInItsOwnSession(Python python) {
        assumeTrue(python.has("xdist"), python + " has no pytest-xdist");
        Launch launch = Launch.python("children", python)
                .without("program")
                .with("module", "pytest")
                .args("-q", "-p", "no:cacheprovider", "-n", "1", "test_work.py")
                .inItsFolder()
                .with("subProcess", true)
                .with("childFilter", "python.* -c import sys;exec");
        ChildSessions children = new ChildSessions(launch.program());
        try (DebugSession parent = DebugSession.open(launch, children)) {
            parent.start();
            try (DebugSession worker = children.next()) {
                worker.breakAt("test_work.py@test", "children.c@work");
                worker.resume(worker.start().stopped("breakpoint").at("test_work.py@test"));
                Stop stop = worker.stopped("breakpoint").at("children.c@work");
                assertThat(stop.stack().frame("test_work").isPython()).isTrue();
                worker.resume(stop);
                worker.exited(0);
            }
            parent.exited(0);
            assertThat(parent.output(output -> true).ofDebuggee()).contains("1 passed");
        }
    }

    @Test
    void childrenRunUnharmedThroughLinesAtWhichTheirParentStops() {
        Launch launch = kin(Pythons.system(), "os.fork", "fork", "spawn", "forkserver", "subprocess");
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.py@work", "kin.c@work");
            session.resume(session.start().stopped("breakpoint").at("main.py@work"));
            session.resume(session.stopped("breakpoint").at("kin.c@work"));
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee())
                    .isEqualTo("os.fork 11\nfork 12\nspawn 13\nforkserver 14\nsubprocess 15\n");
        }
    }

    /** The program whose children are made in these ways. */
    private static Launch kin(Python python, String... ways) {
        return Launch.python("kin", python).args(ways);
    }
}
