package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real GDB prints of breakpoints, in mi2 and in mi3, comes out the same. */
@Timeout(60)
class RealBreakpointsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void severalLocationsConditionAndScript() throws Exception {
        Path program = compileTwoFunctionsOfOneName();
        List<MiBreakpoint> mi3 = breakpoints(GdbOptions.defaults(), "mi3", program);
        List<MiBreakpoint> mi2 =
                breakpoints(GdbOptions.defaults().withGdb(Script.gdbWithoutMi3(directory)), "mi2", program);
        assertThat(mi2).isEqualTo(mi3);
        MiBreakpoint roll = mi3.get(0);
        assertThat(roll.locations()).extracting(MiBreakpoint.Location::number).containsExactly("1.1", "1.2");
        assertThat(roll.locations()).allSatisfy(location -> {
            assertThat(location.function()).isEqualTo("roll");
            assertThat(location.line()).isEqualTo(1);
            assertThat(location.address()).startsWith("0x");
        });
        assertThat(roll.condition()).isEqualTo("x > 1");
        assertThat(roll.script()).containsExactly("silent", "print \"a b\"");
        assertThat(mi3.get(1).locations()).singleElement().satisfies(location -> {
            assertThat(location.number()).isEqualTo("2.1");
            assertThat(Path.of(location.fullname()).getFileName()).hasToString("b.c");
        });
        assertThat(mi3.get(2).pending()).isEqualTo("not there.c:7");
    }

    private static List<MiBreakpoint> breakpoints(GdbOptions options, String interpreter, Path program) {
        try (GdbProcess gdb = GdbProcess.start(options, record -> {})) {
            assertThat(gdb.features().interpreter()).isEqualTo(interpreter);
            MiConnection connection = gdb.connection();
            connection.ask(MiCommand.of("-file-exec-and-symbols").parameter(program.toString()), SOON);
            MiValue.Tuple inserted = connection.ask(
                    MiCommand.of("-break-insert").option("-c", "x > 1").parameter("roll"), SOON);
            assertThat(MiBreakpoint.of(inserted).locations()).hasSize(2);
            connection.ask(
                    MiCommand.of("-break-commands")
                            .parameter("1")
                            .parameter("silent")
                            .parameter("print \"a b\""),
                    SOON);
            connection.ask(MiCommand.of("-break-insert").parameter("b.c:2"), SOON);
            connection.ask(MiCommand.of("-break-insert").option("-f").parameter("not there.c:7"), SOON);
            return MiBreakpoint.all(connection.ask(MiCommand.of("-break-list"), SOON));
        }
    }

    private Path compileTwoFunctionsOfOneName() throws Exception {
        String roll = "static int __attribute__((noinline)) roll(int x) { return x + 1; }\n";
        Files.writeString(
                directory.resolve("a.c"),
                roll + "int other(int); int main(int c, char **v) { return roll(c) + other(c); }\n");
        Files.writeString(directory.resolve("b.c"), roll + "int other(int x) { return roll(x); }\n");
        Process gcc = new ProcessBuilder("gcc", "-g", "-O0", "-o", "two rolls", "a.c", "b.c")
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(gcc.waitFor()).isZero();
        return directory.resolve("two rolls");
    }
}
