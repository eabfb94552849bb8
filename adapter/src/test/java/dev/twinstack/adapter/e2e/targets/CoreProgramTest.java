package dev.twinstack.adapter.e2e.targets;

import dev.twinstack.adapter.dsl.Cores;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.RunningProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A program that is named for a core file, and is not the one that made it. */
@EndToEnd
class CoreProgramTest {
    private final Launch launch = Launch.executable("exits").args("abort");
    private final Launch core = Launch.core(launch.program(), launch.dump());

    @Test
    void anotherBuildIsTold() {
        tells(
                Launch.executable("exits", "-O1").path("program"),
                "The core file was made by '" + launch.path("program"),
                "another build of it",
                "leave 'program' out, as that file is here.");
    }

    @Test
    void anotherProgramIsTold() {
        tells("/bin/true", ", and '/bin/true' is another program");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        tells("/no/such", "'/no/such' does not exist, so the one that the core file names is used instead");
    }

    @Test
    void whatGdbCannotReadIsRefused() {
        String itself = core.path("coreFile");
        DebugSession.refusal(core.with("program", itself))
                .refused(
                        "The core file was made by '",
                        "GDB cannot read '" + itself + "' as a program",
                        "leave it out.");
    }

    @Test
    void aTextIsReplaced() {
        String text = Files.nowhere("text").toString();
        Files.write(Path.of(text), "no program");
        tells(text, "is no ELF executable, so the one that the core file names is used instead");
    }

    @Test
    void aSysrootWithoutTheProgramIsTold() {
        String empty = Files.nowhere("lib").getParent().toString();
        try (DebugSession session = DebugSession.open(core.without("program").with("sysroot", empty))) {
            session.start().stopped("exception");
            session.output(output -> output.category("console").contains("is not there, below the sysroot '" + empty));
        }
    }

    @Test
    void whatGdbNeedsAndATruncatedCoreLacksIsTold() {
        Launch spinning = Launch.executable("spin").args(Files.nowhere("go").toString());
        try (RunningProgram program = spinning.run().printed("running")) {
            Path cut = Cores.ofGcore(program);
            Files.cut(cut, 0.6);
            DebugSession.refusal(Launch.core(spinning.program(), cut))
                    .refused("is truncated", "GDB cannot read it without the rest", "Check the free space");
        }
    }

    private void tells(String program, String... words) {
        try (DebugSession session = DebugSession.open(core.with("program", program))) {
            session.start().stopped("exception");
            for (String word : words) {
                session.output(output -> output.category("console").contains(word));
            }
        }
    }
}
