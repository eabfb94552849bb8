package dev.twinstack.adapter.e2e.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.ModuleRow;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program and its libraries, as they come and go. */
@EndToEnd
class ModulesTest {
    private static final String RANGE = "0x[0-9a-f]+-0x[0-9a-f]+";

    @OnSystemPython
    void anExtensionIsTold(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("late_import", python))) {
            assertThat(ModuleRow.told(session, "new", "python").path())
                    .isEqualTo(real(python.executable()).toString());
            session.breakAt("late.c@work");
            Stop stop = session.start().stopped("breakpoint").at("late.c@work");
            ModuleRow extension = ModuleRow.told(session, "new", "late.");
            assertThat(extension.symbolStatus()).isEqualTo("Debug information");
            assertThat(extension.addressRange()).matches(RANGE);
            List<ModuleRow> all = ModuleRow.page(session, 0, 0);
            assertThat(all).contains(extension).noneMatch(row -> row.name().endsWith(".py"));
            assertThat(inPages(session, 2)).isEqualTo(all);
            assertThat(stop.top().moduleId()).isEqualTo(extension.id());
            assertThat(stop.stack().frames())
                    .anyMatch(frame -> frame.moduleId() == all.get(0).id());
            session.clearBreakpoints("late.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void aLibraryThatIsUnloadedIsTold() {
        Launch launch = Launch.executable("plugins").args("libdl.so.2", "librt.so.1");
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("main.c@loaded", "main.c@closed");
            Stop stop = session.start().stopped("breakpoint").at("main.c@loaded");
            ModuleRow first = ModuleRow.told(session, "new", "libdl");
            assertThat(first.version()).isEqualTo("2");
            assertThat(first.addressRange()).matches(RANGE);
            assertThat(names(session)).contains("program", "libc.so.6", "libdl.so.2", "librt.so.1");
            stop = session.resumeTo(stop, "main.c@closed");
            assertThat(ModuleRow.told(session, "removed", "libdl")).isEqualTo(first);
            assertThat(names(session)).contains("librt.so.1").doesNotContain("libdl.so.2");
            session.resume(stop);
            session.exited(0);
        }
    }

    @Test
    void theyAreToldOfAProcessAndWhileItRuns() {
        try (RunningProgram program = Launch.executable("spin").run().printed("running");
                DebugSession session = DebugSession.open(Launch.attach(program))) {
            session.start();
            assertThat(names(session)).contains("program", "libc.so.6");
            ModuleRow.told(session, "new", "libc.so");
            session.disconnect(new JsonObject());
        }
    }

    @Test
    void aProcessThatExecutesAnotherFileHasAnotherProgram() {
        Launch launch = Launch.executable("native");
        Launch shell = Launch.executable("native")
                .with("program", "/bin/sh")
                .args("-c", "exec \"$0\"", launch.path("program"));
        try (DebugSession session = DebugSession.open(shell)) {
            session.breakAt("main.c@visit");
            Stop stop = session.start().stopped("breakpoint");
            Path sh = real(Path.of("/bin/sh"));
            assertThat(ModuleRow.told(session, "removed", sh.getFileName().toString())
                            .path())
                    .isEqualTo(sh.toString());
            assertThat(names(session))
                    .contains("program")
                    .doesNotContain(sh.getFileName().toString());
            assertThat(ModuleRow.page(session, 0, 0)).doesNotHaveDuplicates();
            session.clearBreakpoints("main.c");
            session.resume(stop);
            session.exited(0);
        }
    }

    private static List<ModuleRow> inPages(DebugSession session, int count) {
        List<ModuleRow> all = new ArrayList<>();
        for (List<ModuleRow> page = ModuleRow.page(session, 0, count);
                !page.isEmpty();
                page = ModuleRow.page(session, all.size(), count)) {
            assertThat(page).hasSizeLessThanOrEqualTo(count);
            all.addAll(page);
        }
        return all;
    }

    private static List<String> names(DebugSession session) {
        return ModuleRow.page(session, 0, 0).stream().map(ModuleRow::name).toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
