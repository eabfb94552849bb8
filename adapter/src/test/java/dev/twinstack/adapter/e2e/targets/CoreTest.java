package dev.twinstack.adapter.e2e.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.Breakpoints;
import dev.twinstack.adapter.dsl.Cores;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Files;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.ModuleRow;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.ProgramMemory;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.RunningProgram;
import dev.twinstack.adapter.dsl.Setter;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.TestProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core files: everything is seen, and nothing can be changed. */
@EndToEnd
class CoreTest {
    @OnSystemPython
    void aCoreOfTheKernelShowsTheStackThatTheLiveProgramShows(Python python) {
        Launch launch = Launch.python("crash", python);
        List<String> live;
        try (DebugSession session = DebugSession.open(launch)) {
            live = described(session.start().stopped("exception"));
        }
        try (DebugSession session = DebugSession.open(Launch.core(TestProgram.named("crash"), launch.dump()))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("SIGSEGV");
            assertThat(described(stop)).isEqualTo(live);
            stop.at("crash.c@crash");
            assertThat(stop.stack().frame("careless").local("victim").value()).contains("'name': 'victim'");
        }
    }

    @OnSystemPython
    void aCoreOfGcoreIsOfAProgramThatLivesOn(Python python) {
        Launch launch =
                Launch.python("sigint_noticed", python).args(Files.nowhere("go").toString());
        try (RunningProgram program = launch.run().printed("waiting");
                DebugSession session = DebugSession.open(Launch.core(launch.program(), Cores.ofGcore(program)))) {
            Stop stop = session.start().stopped("pause");
            assertThat(stop.stack().frame("wait_for").isPython()).isTrue();
        }
    }

    @Test
    void memoryIsReadAndNothingIsSet() {
        Launch launch = Launch.executable("exits").args("abort");
        try (DebugSession session = DebugSession.open(Launch.core(launch.program(), launch.dump()))) {
            Frame main = session.start().stopped("exception").stack().frame("main");
            ProgramMemory memory = new ProgramMemory(session);
            String words = main.evaluate("argv[1]").memoryReference();
            assertThat(memory.read(words, 0, 5).text()).isEqualTo("abort");
            assertThat(memory.disassemble(main.instruction(), -2, 4))
                    .allMatch(row -> row.symbol().equals("main"));
            memory.tryToWrite(words, 0, "x", true).refused("core file");
            new Setter(main).tryToSetLocal("argc", "1").refused("core file");
            new Setter(main).tryToSetExpression("argc", "1").refused("core file");
            JsonObject watched = Breakpoints.of(session).dataInfo(Json.object("name", "argc", "frameId", main.id()));
            assertThat(watched.get("dataId").isJsonNull()).isTrue();
            assertThat(watched.get("description").getAsString()).contains("core file");
            session.client()
                    .ask("stepInTargets", Json.object("frameId", main.id()))
                    .refused("core file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coreFile", "coreDumpPath"})
    void launchTakesACoreFileToo(String name) {
        Launch launch = Launch.executable("exits").args("abort");
        Path core = launch.dump();
        try (DebugSession session = DebugSession.open(Launch.executable("exits").with(name, core.toString()))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.words()).contains("SIGABRT");
            assertThat(stop.stack().frame("main")).isNotNull();
        }
    }

    @Test
    void nothingRunsStepsOrStops() {
        try (DebugSession session = dead("segv")) {
            JsonObject changed = session.client().event("capabilities").body().getAsJsonObject("capabilities");
            assertThat(List.of("supportsTerminateRequest", "supportsGotoTargetsRequest", "supportsSteppingGranularity"))
                    .noneMatch(capability -> changed.get(capability).getAsBoolean());
            assertThat(ModuleRow.page(session, 0, 0))
                    .extracting(ModuleRow::name)
                    .contains("libc.so.6");
            assertThat(session.breakAt("main.c@choose"))
                    .allMatch(breakpoint ->
                            !breakpoint.verified() && breakpoint.message().contains("core file"));
            Stop stop = session.start().stopped("exception").at("main.c@segv");
            DapClient client = session.client();
            JsonObject thread = Json.object("threadId", stop.threadId());
            for (String command : List.of("continue", "next", "stepIn", "stepOut", "pause")) {
                client.ask(command, thread).refused("A core file is the memory of a program that has ended");
            }
            Frame top = stop.top();
            assertThat(top.evaluate("argc").value()).isEqualTo("2");
            top.tryToEvaluate("argc = 3", "repl").refused("a core file can only be read");
            top.tryToEvaluate("puts(way)", "repl").refused("a core file can only be read");
        }
    }

    @Test
    void terminateEndsTheSessionAndNothingElse() {
        try (DebugSession session = dead("segv")) {
            session.start().stopped("exception");
            session.ask("terminate", new JsonObject());
            session.terminated();
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Launch launch = Launch.executable("exits").args("abort");
        Launch core = Launch.core(launch.program(), launch.dump())
                .with("sysroot", Files.nowhere("root").getParent().toString());
        try (DebugSession session = DebugSession.open(core)) {
            session.start().stopped("exception").stack();
            session.output(output -> output.category("console").contains("set 'program' to its file")
                    && output.category("console").contains("libc.so.6"));
        }
    }

    @Test
    void aTruncatedCoreIsOpenedAndTold() {
        Launch launch = Launch.executable("exits").args("abort");
        Path core = launch.dump();
        Files.cut(core, 0.9);
        try (DebugSession session = DebugSession.open(Launch.core(launch.program(), core))) {
            session.start().stopped("exception");
            long size = core.toFile().length();
            session.output(output -> output.category("console")
                    .matches("(?s).*is truncated: \\d+ bytes are expected, and it has " + size + ", .*"));
        }
    }

    @OnSystemPython
    void aTruncatedCoreSaysWhyItHasNoPythonFrames(Python python) {
        Launch launch = Launch.python("crash", python);
        Path core = launch.dump();
        Files.cut(core, 0.3);
        String why = "(?s).*Python frames cannot be shown: The program's CPython cannot be read.*"
                + "\\. The core file is truncated: .*";
        try (DebugSession session = DebugSession.open(Launch.core(launch.program(), core))) {
            Stop stop = session.start().stopped("exception");
            assertThat(stop.stack().frames()).isNotEmpty();
            session.output(output -> output.category("console").matches(why));
            stop.top().tryToEvaluate("py-bt", "repl").refused("The core file is truncated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "lz4", "xz"})
    void aCompressedCoreIsUnpacked(String tool) {
        Launch launch = Launch.executable("exits").args("segv");
        Path packed = Files.packed(tool, launch.dump());
        try (DebugSession session = DebugSession.open(Launch.core(launch.program(), packed))) {
            session.start().stopped("exception").at("main.c@segv");
        }
    }

    @Test
    void cancelEndsTheUnpackingAndAnotherCoreIsTaken() {
        Launch launch = Launch.executable("exits").args("segv");
        Path core = Files.renamed(launch.dump(), "a core");
        Path large = Files.packedZeros(64);
        try (DebugSession session = DebugSession.open(Launch.core(launch.program(), core), client -> {
            CompletableFuture<Response> unpacking = client.send("attach", Json.object("coreFile", large.toString()));
            int request = client.lastSeq();
            client.ask("threads", new JsonObject()); // answered once the unpacking has begun
            assertThat(unpacking).isNotDone();
            client.ask("cancel", Json.object("requestId", request)).succeeded();
            client.await("attach", unpacking).refused("cancelled");
        })) {
            assertThat(ProcessHandle.current()
                            .children()
                            .map(child -> child.info().command().orElse("")))
                    .noneMatch(command -> command.endsWith("/gzip"));
            session.start().stopped("exception").at("main.c@segv");
        }
    }

    @Test
    void aPathMayHaveSpacesAndQuotes() {
        Launch launch = Launch.executable("exits").args("segv");
        Path core = Files.renamed(launch.dump(), "co 're\" é");
        try (DebugSession session = DebugSession.open(Launch.core(launch.program(), core))) {
            session.start().stopped("exception").at("main.c@segv");
        }
    }

    @Test
    void aProgramIsLaunchedAfterACoreFileWasRefused() {
        Path text = Files.nowhere("text");
        Files.write(text, "no core");
        try (DebugSession session = DebugSession.open(
                Launch.executable("native"),
                client -> client.ask("launch", Json.object("coreFile", text.toString()))
                        .refused("is not a core file"))) {
            session.breakAt("main.c@visit");
            session.resume(session.start().stopped("breakpoint"));
            session.clearBreakpoints("main.c");
            session.disconnect(Json.object("terminateDebuggee", true));
        }
    }

    @Test
    void gdbRunsNothingElseInTheSession() {
        try (DebugSession session = dead("segv")) {
            Frame top = session.start().stopped("exception").top();
            for (String command : List.of("run", "r", "start", "attach 1", "target native", "file /bin/true", "core")) {
                top.tryToEvaluate("-exec " + command, "repl").refused("another session");
            }
            top.tryToEvaluate("-exec continue", "repl")
                    .refused("A core file is the memory of a program that has ended");
            top.tryToEvaluate("-exec kill", "repl").refused("'terminateDebuggee'");
            top.tryToEvaluate("-exec detach", "repl").refused("'disconnect'");
            top.tryToEvaluate("-exec q", "repl").refused("'disconnect'");
        }
    }

    @Test
    void whatIsNoCoreFileIsRefused() {
        TestProgram program = TestProgram.named("exits");
        Path text = Files.nowhere("text");
        Files.write(text, "no core");
        refused(Launch.core(program, text), "is not a core file");
        refused(Launch.core(program, Path.of("/bin/true")), "is not a core file");
        refused(Launch.core(program, Path.of("/no/such")), "There is no core file '/no/such'");
        refused(Launch.core(program, text).with("processId", 1), "keep either 'coreFile' or 'processId'");
        refused(Launch.core(program, Path.of("systemd:twinstack-never-ran")), "coredumpctl");
    }

    private static void refused(Launch core, String words) {
        DebugSession.refusal(core).refused(words);
    }

    private static DebugSession dead(String way) {
        Launch launch = Launch.executable("exits").args(way);
        return DebugSession.open(Launch.core(launch.program(), launch.dump()));
    }

    /** The frames, without addresses: they differ from run to run. */
    private static List<String> described(Stop stop) {
        return stop.stack().frames().stream()
                .map(frame -> frame.toString().replaceAll("0x[0-9a-f]+", "0x"))
                .toList();
    }
}
