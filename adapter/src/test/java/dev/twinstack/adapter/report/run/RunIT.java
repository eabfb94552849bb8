package dev.twinstack.adapter.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.SupervisedCommand;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code twinstack run} leaves as it is: all of the program but the moment in which it crashes. */
@EndToEnd
class RunIT {
    /** What a process is given by its parent, apart from the numbers of processes. */
    private static final String SURROUNDINGS = """
            env | grep -v ^_= | sort; umask; nice; pwd; cat /proc/self/limits /proc/self/personality
            grep ^Sig[BI] /proc/self/status | grep -o '.\\{7\\}$' # but for those that glibc keeps for itself
            ls -l /proc/self/fd | sed 's/.* \\([0-9]* ->\\)/\\1/; s/pipe:.*/pipe/; s/run-[0-9]*//' | grep -v /proc/
            """;

    private static final int NOBODY = 65534;

    private static final String COUNTS_INTERRUPTS = """
            import signal, sys, time
            got = []
            def interrupted(*_):
                got.append(1)
                print(len(got), "interrupts" if got[1:] else "interrupt", flush=True)
            signal.signal(signal.SIGINT, interrupted)
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(len(got)))
            print("ready", flush=True)
            while True:
                time.sleep(1)
            """;

    @Test
    void passesInputOutputAndStatus() {
        SupervisedCommand command = SupervisedCommand.of(
                        "--", "sh", "-c", "read word; echo got $word; echo wrong >&2; exit 7")
                .input("a b\n");
        assertThat(command.status()).isEqualTo(7);
        assertThat(command.output()).isEqualTo("got a b\n");
        assertThat(command.errors()).isEqualTo("wrong\n");
    }

    @Test
    void givesTheProgramWhatAShellWouldHaveGiven() {
        SupervisedCommand bare = surroundings().bare();
        SupervisedCommand supervised = surroundings();
        assertThat(supervised.status()).isEqualTo(bare.status()).isZero();
        assertThat(supervised.output()).contains("VALUE=a 'b'\n").isEqualTo(bare.output());
    }

    private static SupervisedCommand surroundings() {
        return SupervisedCommand.of("--", "sh", "-c", SURROUNDINGS)
                .with("VALUE", "a 'b'")
                .with("PYTHONHOME", "/nowhere")
                .with("PYTHONPATH", "a\n$b 'c' \"d\"\nPYTHONNO=e")
                .with("PYTHONHASHSEED", "")
                .with("LC_ALL", "C")
                .by("nohup", "env", "--block-signal=USR2", "--ignore-signal=USR1");
    }

    @ParameterizedTest
    @CsvSource({"nowhere, 127, was not found", "/etc, 126, cannot be run", "/etc/passwd, 126, cannot be run"})
    void saysWhyACommandCannotBeRun(String name, int status, String why) {
        SupervisedCommand command = SupervisedCommand.of("--", name);
        assertThat(command.status()).isEqualTo(status);
        assertThat(command.errors()).startsWith("twinstack: '" + name + "' " + why);
    }

    @Test
    void refusesWrongOptionsBeforeAnythingRuns() {
        SupervisedCommand command = SupervisedCommand.of("--timeout", "soon", "--", "echo", "hello");
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.output()).isEmpty();
        assertThat(command.errors()).contains("a number of seconds above 0, but it is 'soon'");
    }

    @Test
    void aSignalThatTheProgramHandlesIsNoCrash() {
        SupervisedCommand command = SupervisedCommand.python("import os, signal;"
                + "signal.signal(signal.SIGABRT, lambda *_: print('handled')); os.kill(os.getpid(), signal.SIGABRT)");
        assertThat(command.status()).isZero();
        assertThat(command.output()).isEqualTo("handled\n");
        assertThat(command.errors()).isEmpty();
    }

    @Test
    void asksForNoReportWhereTheProgramIsToldToEnd() {
        SupervisedCommand command = SupervisedCommand.of("--", "sh", "-c", "kill -TERM $$");
        assertThat(command.status()).isEqualTo(143);
        assertThat(command.errors()).isEmpty();
    }

    @Test
    void passesOnASignalThatTheProgramHasNotGotByItself() {
        SupervisedCommand command = SupervisedCommand.of("--", "python3", "-c", COUNTS_INTERRUPTS)
                .by("setsid", "--wait")
                .startedAndPrinted("ready");
        command.signalGroup("INT").printed("1 interrupt");
        command.signal("INT").printed("2 interrupts");
        command.signal("TERM");
        assertThat(command.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "QUIT", "USR1"})
    void passesOnWhateverSignal(String signal) {
        String script = "trap 'exit 9' " + signal + "; echo ready; while :; do sleep 0.05; done";
        SupervisedCommand command = SupervisedCommand.of("--", "sh", "-c", script)
                .by("env", "--default-signal=" + signal) // nohup(1) ignores one
                .startedAndPrinted("ready");
        command.signal(signal);
        assertThat(command.status()).isEqualTo(9);
    }

    @Tag("matrix")
    @Test
    void aDebuggerTracesWhatIsNotWatched() {
        String[] debugger = {"--", "gdb", "-nx", "-q", "-batch", "-ex", "run", "--args", "true"};
        SupervisedCommand alone = SupervisedCommand.of(debugger);
        assertThat(alone.status()).as(alone.errors()).isZero();
        assertThat(alone.output()).contains("exited normally");
        SupervisedCommand watched = SupervisedCommand.of(
                Stream.concat(Stream.of("--follow"), Stream.of(debugger)).toArray(String[]::new));
        assertThat(watched.status()).isEqualTo(1);
        assertThat(watched.errors()).contains("Could not trace the inferior process");
    }

    @Tag("matrix")
    @Test
    void aSetuidBitGivesNothingToWhatIsWatched() {
        assumeTrue(Files.isReadable(Path.of("/etc/shadow")), "only root can become another user");
        Path folder = ScratchDirectory.create("setuid");
        Path id = folder.resolve("id");
        Commands.run("install", "--mode=4755", "/usr/bin/id", id.toString());
        Commands.run("chmod", "755", folder.toString(), folder.getParent().toString());
        assertThat(asNobody("--", id.toString(), "-u")).isEqualTo(NOBODY + "\n");
        String script = id + " -u; true";
        assertThat(asNobody("--", "sh", "-c", script)).isEqualTo("0\n");
        assertThat(asNobody("--follow", "--", "sh", "-c", script)).isEqualTo(NOBODY + "\n");
    }

    /** What a command prints for a user without rights. */
    private static String asNobody(String... words) {
        SupervisedCommand command =
                SupervisedCommand.of(words).by("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        assertThat(command.status()).as(command.errors()).isZero();
        return command.output();
    }

    @Tag("matrix")
    @Test
    void whatTheShellHasStartedBeforeGoesOnAtTheTimeOut() {
        String started =
                "(until [ -e begun ]; do sleep 0.05; done; sleep 1000 & echo $!; until [ -e ending ]; do sleep 0.05; done) &";
        String program = "trap 'touch ending' TERM; touch begun; while :; do sleep 0.05; done";
        SupervisedCommand command = SupervisedCommand.of("--timeout", "1", "--", "sh", "-c", program)
                .by("sh", "-c", "cd \"$FOLDER\"; " + started + " exec \"$@\"", "sh")
                .with("FOLDER", ScratchDirectory.create("shell").toString());
        assertThat(command.status()).isEqualTo(124);
        ProcessHandle orphan =
                ProcessHandle.of(Long.parseLong(command.output().strip())).orElseThrow();
        assertThat(orphan.isAlive()).isTrue();
        orphan.destroyForcibly();
    }

    @Test
    void endsTogetherWithWhatItRuns() {
        SupervisedCommand command = SupervisedCommand.of("--", "sh", "-c", "echo ready; exec sleep 1000")
                .startedAndPrinted("ready\n");
        List<ProcessHandle> started = command.descendants();
        assertThat(started).hasSize(2);
        command.signal("KILL");
        assertThat(started).allMatch(Orphans::endsSoon);
    }

    @Test
    void runsTheCommandWhereNothingCanBeTraced() throws URISyntaxException {
        String script =
                Path.of(RunIT.class.getResource("/without_ptrace.py").toURI()).toString();
        SupervisedCommand command = SupervisedCommand.of("--", "sh", "-c", "echo done; kill -SEGV $$")
                .by("python3", script);
        assertThat(command.status()).isEqualTo(139);
        assertThat(command.output()).isEqualTo("done\n");
        assertThat(command.errors())
                .startsWith("twinstack: the program runs without Twinstack, because Linux does not permit to trace it")
                .contains("--cap-add=SYS_PTRACE");
    }

    @Test
    void runsTheCommandWhereThereIsNoGdb() {
        SupervisedCommand command = SupervisedCommand.of("--", "/bin/sh", "-c", "exit 5")
                .with("PATH", "/nowhere")
                .with("JAVA_HOME", System.getProperty("java.home"));
        assertThat(command.status()).isEqualTo(5);
        assertThat(command.errors()).contains("GDB is needed.").contains("the command runs without Twinstack");
    }
}
