package dev.twinstack.adapter.e2e.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.ScratchDirectory;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths, arguments, environment and directory arrive byte for byte. */
@EndToEnd
class QuotingTest {
    private static final String[] AWKWARD = {
        "",
        " ",
        "two words",
        "tab\there",
        "line\nbreak",
        "\"double\"",
        "it's",
        "back\\slash",
        "\\",
        "\\n",
        "$HOME",
        "`id`",
        "$(id)",
        "*",
        "?",
        "~",
        "a;b",
        "a&b",
        "a|b",
        "<a>",
        "#a",
        "!a",
        "{a,b}",
        "%s",
        "héllo",
        "日本語",
        "😀",
        "-x",
        "--",
        "=",
        "\u0001"
    };
    private static final String STRANGE = "a b 'c' \"d\" $e \\f é日 #g;h";

    @Test
    void argumentsArriveAtANativeProgram() {
        assertEchoed(Launch.executable("echo"));
    }

    @OnSystemPython
    void argumentsArriveAtAPythonProgram(Python python) {
        assertEchoed(Launch.python("echo_python", python));
    }

    @Test
    void aNativeProgramInAStrangeDirectoryStopsAtItsBreakpoints() {
        TestProgram program = TestProgram.named("steps").copiedTo(strangeDirectory());
        try (DebugSession session = DebugSession.open(Launch.executable(program))) {
            session.breakAt("main.c@first", "main.c@print");
            Stop stop = session.start().stopped("breakpoint").at("main.c@first");
            session.resume(session.resumeTo(stop, "main.c@print"));
            session.exited(0);
        }
    }

    @OnSystemPython
    void aPythonProgramInAStrangeDirectoryShowsItsFiles(Python python) {
        TestProgram program = TestProgram.named("callback").copiedTo(strangeDirectory());
        try (DebugSession session = DebugSession.open(Launch.python(program, python))) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            stop.stack().beginsWith(program.frame("leaf", "callback.c@leaf"), program.frame("inner", "main.py@inner"));
            session.resume(stop);
            session.exited(0);
        }
    }

    private static void assertEchoed(Launch launch) {
        Path directory = strangeDirectory();
        String strange = String.join("", List.of(AWKWARD));
        launch.args(AWKWARD).env("ECHO_EMPTY", "").env("ECHO_STRANGE", strange).with("cwd", directory.toString());
        try (DebugSession session = DebugSession.open(launch)) {
            session.start().exited(0);
            List<String> lines =
                    session.output(output -> true).ofDebuggee().lines().toList();
            assertThat(decoded(lines, "argument")).containsExactly(AWKWARD);
            assertThat(decoded(lines, "environment"))
                    .containsExactlyInAnyOrder("ECHO_EMPTY=", "ECHO_STRANGE=" + strange);
            assertThat(decoded(lines, "directory")).containsExactly(directory.toString());
        }
    }

    private static List<String> decoded(List<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> HexFormat.of().parseHex(line.substring(kind.length() + 1)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static Path strangeDirectory() {
        return ScratchDirectory.create(STRANGE);
    }
}
