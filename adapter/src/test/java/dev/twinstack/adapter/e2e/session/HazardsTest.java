package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Users;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that do what makes debuggers stumble: the session says what happened, and no process is left. */
@EndToEnd
class HazardsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aProgramThatExecutesAnotherIsDebuggedOn(int threads) {
        try (DebugSession session = DebugSession.open(hazard("exec", Integer.toString(threads)))) {
            session.breakAt("main.c@executed");
            Stop stop = session.start().stopped("breakpoint").at("main.c@executed");
            assertThat(session.threads()).hasSize(1);
            session.resume(stop);
            session.exited(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"SIGQUIT, 3", "SIGFPE, 8"})
    void aFatalSignalStopsTheProgramAndThenEndsIt(String name, int number) {
        stopsAndEnds(name, number);
    }

    @Tag("matrix")
    @ParameterizedTest
    @CsvSource({
        "SIGHUP, 1",
        "SIGILL, 4",
        "SIGABRT, 6",
        "SIGBUS, 7",
        "SIGUSR1, 10",
        "SIGSEGV, 11",
        "SIGUSR2, 12",
        "SIGPIPE, 13",
        "SIGTERM, 15",
        "SIGXCPU, 24",
        "SIGXFSZ, 25",
        "SIGPWR, 30",
        "SIGSYS, 31",
        "SIG34, 34",
        "SIG64, 64"
    })
    void everyOtherFatalSignalToo(String name, int number) {
        stopsAndEnds(name, number);
    }

    /** As GDB has it; of SIGINT it can be told otherwise. */
    @Tag("matrix")
    @ParameterizedTest
    @CsvSource({"SIGINT, 2, 0", "SIGTRAP, 5, 0", "SIGINT, 2, 130"})
    void oneThatDebuggersUseIsNotPassedOn(String name, int number, int status) {
        Launch launch = hazard("signal", Integer.toString(number));
        if (status != 0) {
            launch.with("initCommands", List.of("handle " + name + " stop pass"));
        }
        try (DebugSession session = DebugSession.open(launch)) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains(name);
            session.resume(stop);
            session.exited(status);
        }
    }

    private static void stopsAndEnds(String name, int number) {
        try (DebugSession session = DebugSession.open(hazard("signal", Integer.toString(number)))) {
            Breakpoints.of(session).onExceptions("SIGSEGV", "SIGABRT", "SIGFPE", "SIGBUS", "SIGILL", "other_signals");
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains(name);
            session.resume(stop);
            session.exited(128 + number);
            session.output(output -> output.category("console").contains("ended by the signal " + name));
        }
    }

    @ParameterizedTest
    @CsvSource({"SIGKILL, 9", "SIGALRM, 14", "SIGVTALRM, 26", "SIGPROF, 27", "SIGIO, 29"})
    void aSignalAtWhichNothingStopsEndsIt(String name, int number) {
        try (DebugSession session = DebugSession.open(hazard("signal", Integer.toString(number)))) {
            session.start().exited(128 + number);
            session.output(output -> output.category("console").contains("ended by the signal " + name));
        }
    }

    @Test
    void aDaemonLivesOnByItself() {
        Path done = Files.nowhere("done");
        try (DebugSession session = DebugSession.open(hazard("daemon", done.toString()))) {
            session.breakAt("main.c@end");
            session.resume(session.start().stopped("breakpoint").at("main.c@end"));
            session.exited(0);
        }
        assertThat(Files.comesSoon(done)).isTrue();
    }

    @Test
    void aProgramThatBlocksEverySignalIsPausedAndEnded() {
        try (DebugSession session = DebugSession.open(hazard("block"))) {
            session.start().output(output -> output.ofDebuggee().contains("blocked"));
            ProcessHandle program = process(session);
            Stop stop = session.pause();
            assertThat(stop.stack().frame("block_all_signals")).isNotNull();
            session.resume(stop);
            session.ask("terminate", new JsonObject());
            session.disconnect(new JsonObject());
            assertThat(Orphans.endsSoon(program)).isTrue();
        }
    }

    @Test
    void aProgramThatClosesItsTerminalCanOpenItAgain() {
        try (DebugSession session = DebugSession.open(hazard("close"))) {
            session.breakAt("main.c@closed");
            session.resume(session.start().stopped("breakpoint").at("main.c@closed"));
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo("closing\nopened again\n");
        }
    }

    @Test
    void aProgramThatGivesUpItsRightsIsDebuggedOn() {
        assumeTrue(Users.isRoot(), "only root can become another user");
        try (DebugSession session = DebugSession.open(hazard("drop"))) {
            session.breakAt("main.c@end");
            Stop stop = session.start().stopped("breakpoint").at("main.c@end");
            stop.top().local("way").says("drop");
            session.next(stop);
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void aProgramOfAnotherUserByItsSetuidBitIsDebugged() {
        assumeTrue(Users.isRoot(), "only root can give a file to another user");
        Launch launch = hazard("user");
        Path program = Files.copied(Path.of(launch.path("program")), "program");
        Users.setuid(program, Users.NOBODY);
        try (DebugSession session = DebugSession.open(launch.with("program", program.toString()))) {
            session.breakAt("main.c@end");
            session.resume(session.start().stopped("breakpoint").at("main.c@end"));
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).contains("user " + Users.NOBODY);
        }
    }

    private static Launch hazard(String... way) {
        return Launch.executable("hazards").args(way);
    }

    private static ProcessHandle process(DebugSession session) {
        long pid = session.client().event("process").integer("systemProcessId");
        return ProcessHandle.of(pid).orElseThrow();
    }
}
