package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.Cores;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Orphans;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Pythons;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.ServerProcess;
import dev.twinstack.adapter.dsl.Stop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Core files whose libraries lie elsewhere now, and one that systemd keeps. */
@EndToEnd
class CoreFromElsewhereTest {
    @OnSystemPython
    void aLibraryIsFoundInTheSearchPath(Python python) throws IOException {
        Moved moved = new Moved(python);
        seen(moved.open.with(
                "solibSearchPath", List.of(moved.elsewhere.getParent().toString())));
    }

    @OnSystemPython
    void aLibraryIsFoundBelowTheSysroot(Python python) throws IOException {
        Moved moved = new Moved(python);
        Path root = Files.nowhere("root");
        mirror(Path.of("/"), root, moved.library.getParent());
        java.nio.file.Files.move(moved.elsewhere, root.resolve(Path.of("/").relativize(moved.library)));
        seen(moved.open.with("sysroot", root.toString()));
    }

    /** Of a Python whose code is in its executable, as Debian builds it: one with a library needs none of it but that. */
    @Test
    void aPythonThatIsGoneOrWasReplacedIsNamed() throws IOException {
        Python python = Pythons.system();
        Path copy = Files.copied(python.executable().toRealPath(), "python3-of-old");
        Launch launch = Launch.python("crash", python).with("python", copy.toString());
        Launch core = Launch.core(launch.program(), launch.dump());
        java.nio.file.Files.delete(copy);
        lacksPython(core, copy + "', which is not there. Set 'program' to the file that ran");
        java.nio.file.Files.copy(Path.of("/bin/true"), copy);
        lacksPython(core, copy + "', which is not the one that ran, or another build of it. Set 'program'");
    }

    /** In a core file of GDB's own: where the kernel leaves something out, GDB reads zeros between the sections of a file. */
    @Test
    void aPythonThatWasRenamedIsReadByItsNewName() throws IOException {
        Python python = Pythons.system();
        Path copy = Files.copied(python.executable().toRealPath(), "python3-of-old");
        Launch launch = Launch.python("sigint_noticed", python).with("python", copy.toString());
        try (RunningProgram program =
                launch.args(Files.nowhere("go").toString()).run().printed("waiting")) {
            Launch core = Launch.core(launch.program(), Cores.ofGcoreWithoutFiles(program));
            Path renamed = java.nio.file.Files.move(copy, copy.resolveSibling("python3-renamed"));
            try (DebugSession session = DebugSession.open(core.with("program", renamed.toString()))) {
                Stop stop = session.start().stopped("pause");
                assertThat(stop.stack().frame("wait_for").isPython()).isTrue();
            }
        }
    }

    private static void lacksPython(Launch core, String why) {
        try (DebugSession session = DebugSession.open(core)) {
            session.start().stopped("exception").stack();
            session.output(output -> output.category("console")
                    .contains("Python frames cannot be shown: The program's CPython cannot be read. GDB reads code and"
                            + " constants from the file '" + why));
        }
    }

    @Test
    void systemdsStoreIsAskedThroughCoredumpctl() {
        Launch launch = Launch.executable("exits").args("segv");
        Path coredumpctl = Files.nowhere("coredumpctl");
        Files.write(coredumpctl, """
                #!/bin/sh
                [ "$*" = 'dump -- exits' ] || exit 1
                echo '           PID: 5678 (exits)
                     Timestamp: Sun 2026-11-22 05:22:26 UTC (3s ago)
                       Message: Process 5678 (exits) of user 0 dumped core.' >&2
                exec cat '%s'
                """.formatted(launch.dump()));
        assertThat(coredumpctl.toFile().setExecutable(true)).isTrue();
        try (DebugSession session = DebugSession.open(
                ServerProcess.startWithCommands(coredumpctl.getParent()),
                Launch.core(launch.program(), Path.of("systemd:exits")))) {
            session.start().stopped("exception").at("main.c@segv");
            session.output(output -> output.category("console")
                    .contains("process 5678 (exits), which ended on Sun 2026-11-22 05:22:26 UTC (3s ago)."));
        }
    }

    @Test
    void whatUnpacksACoreFileEndsWithWhatItStarted() {
        Path coredumpctl = Files.nowhere("coredumpctl");
        Files.write(coredumpctl, "#!/bin/sh\nsleep 60\n");
        assertThat(coredumpctl.toFile().setExecutable(true)).isTrue();
        try (ServerProcess server = ServerProcess.startWithCommands(coredumpctl.getParent())) {
            DapClient client = new DapClient(server.output(), server.input());
            client.ask("initialize", ClientCapabilities.likeVsCode()).succeeded();
            client.send("attach", Json.object("coreFile", "systemd"));
            ProcessHandle sleep = descendant(server.handle(), "sleep");
            client.ask("disconnect", new JsonObject()).succeeded();
            assertThat(sleep).matches(Orphans::endsSoon);
        }
    }

    /** A process under another that runs that command, within ten seconds. */
    private static ProcessHandle descendant(ProcessHandle ancestor, String command) {
        for (int i = 0; i < 1000; i++) {
            Optional<ProcessHandle> found = ancestor.descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/" + command))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("No " + command + " was started.");
    }

    private static void seen(Launch core) {
        try (DebugSession session = DebugSession.open(core)) {
            Stop stop = session.start().stopped("exception").at("crash.c@crash");
            assertThat(stop.stack().frame("careless").isPython()).isTrue();
        }
    }

    /** Fills {@code copy} with links to what lies in {@code directory}; folders on the way to {@code end} are real ones, {@code end} stays empty. */
    private static void mirror(Path directory, Path copy, Path end) throws IOException {
        java.nio.file.Files.createDirectories(copy);
        if (directory.equals(end)) {
            return;
        }
        for (File entry : directory.toFile().listFiles()) {
            Path original = entry.toPath();
            if (end.startsWith(original)) {
                mirror(original, copy.resolve(entry.getName()), end);
            } else {
                java.nio.file.Files.createSymbolicLink(copy.resolve(entry.getName()), original);
            }
        }
    }

    /** The core file of a program whose extension has been moved since. */
    private static final class Moved {
        private final Path library;
        private final Path elsewhere;
        private final Launch open;

        Moved(Python python) throws IOException {
            Launch launch = Launch.python("crash", python);
            Path built = Path.of(
                    launch.arguments().getAsJsonObject("env").get("PYTHONPATH").getAsString());
            String name = built.toFile().list((folder, file) -> file.endsWith(".so"))[0];
            library = Files.copied(built.resolve(name), name);
            Path core = launch.env("PYTHONPATH", library.getParent().toString()).dump();
            elsewhere = Files.nowhere(name);
            java.nio.file.Files.move(library, elsewhere);
            open = Launch.core(launch.program(), core);
        }
    }
}
