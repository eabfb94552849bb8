package dev.twinstack.adapter.e2e.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.Commands;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose standard streams are files. */
@EndToEnd
class RedirectionTest {
    @TempDir
    private Path directory;

    @Test
    void theProgramReadsAFile() throws IOException {
        Launch launch = reader().with("stdio", List.of("in put.txt"));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEqualTo("ready\nread one\nread two\n");
        }
    }

    @Test
    void theProgramWritesAFile() throws IOException {
        Launch launch = reader().with("stdio", Arrays.asList("in put.txt", "out.txt", null));
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEmpty();
        }
        assertThat(directory.resolve("out.txt")).hasContent("ready\nread one\nread two\n");
    }

    @Test
    void argumentsInOneTextAreRedirectedAsInGdb() throws IOException {
        Launch launch = reader().with("args", "<'in put.txt' >out.txt");
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
        }
        assertThat(directory.resolve("out.txt")).hasContent("ready\nread one\nread two\n");
    }

    @Test
    void aFileThatIsMissingIsTold() throws IOException {
        refused(List.of("no such file"), "no such file' of 'stdio' cannot be read");
        refused(List.of("in put.txt", "nowhere/out"), "nowhere/out' of 'stdio' cannot be written");
    }

    @Test
    void aFifoIsHeldOpenForWhoIsAtItsOtherEnd() throws IOException {
        Commands.run("mkfifo", directory + "/in", directory + "/out");
        String others = "cd '" + directory + "'; exec 3<>in 4<>out; (exec cat 3>&- 4>&- <out >copy) &"
                + " while [ ! -e copy ]; do sleep 0.01; done; printf 'one\\ntwo\\n' >&3; echo ready;"
                + " until grep -q 'read two' copy; do sleep 0.01; done; exec 3>&- 4>&-; wait; echo copied";
        try (RunningProgram both = RunningProgram.start("sh", "-c", others).printed("ready");
                DebugSession session = DebugSession.open(reader().with("stdio", List.of("in", "out")))) {
            session.start().exited(0);
            both.printed("copied");
        }
        assertThat(directory.resolve("copy")).hasContent("ready\nread one\nread two\n");
    }

    @Test
    void aFifoWhoseOpeningWouldWaitIsRefused() throws IOException {
        Commands.run("mkfifo", directory + "/alone");
        refused(Arrays.asList(null, "alone"), "Nobody reads from the FIFO '" + directory + "/alone' of 'stdio'");
    }

    private void refused(List<String> stdio, String why) throws IOException {
        DebugSession.refusal(reader().with("stdio", stdio)).refused(why);
    }

    private Launch reader() throws IOException {
        Files.writeString(directory.resolve("in put.txt"), "one\ntwo\n");
        return Launch.executable("reader").with("cwd", directory.toString());
    }
}
