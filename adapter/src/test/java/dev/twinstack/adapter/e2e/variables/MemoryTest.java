package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Event;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.ProgramMemory;
import dev.twinstack.adapter.dsl.ProgramMemory.Bytes;
import dev.twinstack.adapter.dsl.ProgramMemory.Instruction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program's memory: bytes that are read and written, instructions. */
@EndToEnd
class MemoryTest {
    @Test
    void aPointerLeadsToItsBytes() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            String name = stopInVisit(session).evaluate("node->name").memoryReference();
            ProgramMemory memory = new ProgramMemory(session);
            assertThat(memory.read(name, 0, 5).text()).isEqualTo("first");
            assertThat(memory.read(name, 2, 3).text()).isEqualTo("rst");
            assertThat(memory.read(memory.read(name, 1, 1).address(), -1, 2).text())
                    .isEqualTo("fi");
        }
    }

    @Test
    void valuesOfEverySortSayWhereTheyAre() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            for (String variable : List.of("factor", "real", "numbers", "letter")) {
                assertThat(frame.local(variable).memoryReference())
                        .isEqualTo(frame.evaluateInHex("(long)&" + variable).value());
            }
            assertThat(frame.local("node").memoryReference())
                    .isEqualTo(frame.evaluateInHex("(long)node").value());
        }
    }

    @Test
    void moreThanOneAnswerOfTheHelpersIsOneAnswerHere() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            Bytes stack = new ProgramMemory(session).read(frame.evaluate("$sp").memoryReference(), -200_000, 1 << 20);
            assertThat(stack.data().length).isGreaterThan(200_000);
            assertThat(stack.data().length + stack.unreadable()).isEqualTo(1 << 20);
        }
    }

    @Test
    void whatIsNoMemoryIsUnreadable() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            stopInVisit(session);
            ProgramMemory memory = new ProgramMemory(session);
            assertThat(memory.read("0x0", 0, 16).unreadable()).isEqualTo(16);
            assertThat(memory.read("16", 0, 0).address()).isEqualTo("0x10");
            session.client()
                    .ask("readMemory", Json.object("memoryReference", "node", "count", 1))
                    .refused("node", "address");
            session.client()
                    .ask("readMemory", Json.object("memoryReference", "0x0", "offset", -1, "count", 1))
                    .refused("offset");
        }
    }

    @Test
    void whatIsWrittenIsToldAndSeen() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            ProgramMemory memory = new ProgramMemory(session);
            String numbers = frame.local("numbers").memoryReference();
            memory.tryToWrite(numbers, 4, "A", false).succeeded();
            Event changed = session.client().event("memory");
            assertThat(changed.integer("count")).isEqualTo(1);
            assertThat(memory.read(changed.text("memoryReference"), changed.integer("offset"), 1)
                            .text())
                    .isEqualTo("A");
            session.client().event("invalidated");
            assertThat(frame.local("numbers").children().values()).containsExactly("10", "65", "30");
        }
    }

    @Test
    void partOfWhatIsToBeWrittenIsWrittenOnlyWhereThatIsAllowed() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            stopInVisit(session);
            ProgramMemory memory = new ProgramMemory(session);
            memory.tryToWrite("0x10", 0, "lost", true).refused("Nothing was written");
            session.client()
                    .ask("writeMemory", Json.object("memoryReference", "0x10", "data", "%"))
                    .refused("base64");
        }
    }

    @Test
    void whatTheConsoleChangesIsTold() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            String factor = frame.local("factor").memoryReference();
            for (String typed : List.of("factor = 9", "-exec set var factor = 10")) {
                frame.tryToEvaluate(typed, "repl").succeeded();
                assertThat(session.client().event("memory").text("memoryReference"))
                        .isEqualTo(factor);
                session.client().event("invalidated");
            }
        }
    }

    @Test
    void aChangeIsToldByTheReferenceByWhichTheClientHasReadThere() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            String numbers = frame.local("numbers").memoryReference();
            new ProgramMemory(session).read(numbers, 0, 12);
            frame.tryToEvaluate("numbers[2] = 5", "repl").succeeded();
            Event changed = session.client().event("memory");
            assertThat(changed.text("memoryReference")).isEqualTo(numbers);
            assertThat(changed.integer("offset")).isEqualTo(8);
        }
    }

    @Test
    void aClientWithoutTheseEventsGetsNoneAndIsToldAnewWhereTheProgramStands() {
        JsonObject capabilities = ClientCapabilities.likeVsCode();
        List.of("supportsInvalidatedEvent", "supportsMemoryEvent").forEach(capabilities::remove);
        try (DebugSession session =
                DebugSession.open(EmbeddedServer.start(), capabilities, Launch.executable("native"))) {
            Frame visit = stopInVisit(session);
            visit.tryToEvaluate("factor = 9", "repl").succeeded();
            session.threads();
            visit.tryToEvaluate("-exec return 5", "repl").succeeded();
            assertThat(session.stopped("pause").top().name()).isEqualTo("main");
            assertThat(session.client().recording().messages())
                    .noneMatch(message -> List.of("invalidated", "memory").contains(message.name()));
        }
    }

    @Test
    void instructionsHaveTheirSource() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            Frame frame = stopInVisit(session);
            List<Instruction> rows = new ProgramMemory(session).disassemble(frame.instruction(), -20, 50);
            assertThat(rows).hasSize(50);
            Instruction here = rows.get(20);
            assertThat(here.address()).isEqualTo(frame.instruction());
            assertThat(here.line()).isEqualTo(frame.line());
            assertThat(here.symbol()).isEqualTo("visit");
            assertThat(rows.get(0).path()).isEqualTo(frame.path());
            assertThat(rows).allSatisfy(row -> assertThat(row.bytes()).isNotEmpty());
        }
    }

    @Test
    void whereThereIsNoCodeInstructionsAreInvalid() {
        try (DebugSession session = DebugSession.open(Launch.executable("native"))) {
            stopInVisit(session);
            List<Instruction> rows = new ProgramMemory(session).disassemble("0x0", -10, 1200);
            assertThat(rows).hasSize(1200).allMatch(row -> row.hint().equals("invalid"));
            assertThat(rows.get(10).address()).isEqualTo("0x0");
            assertThat(rows.get(1199).address()).isEqualTo("0x4a5");
        }
    }

    @Test
    void aFrameWithoutSourceShowsItsInstructions() {
        try (DebugSession session = DebugSession.open(Launch.executable("reader"))) {
            session.start().output(output -> output.ofDebuggee().contains("ready"));
            Frame frame = session.pause().stack().frames().stream()
                    .filter(found -> found.sourceReference() != 0)
                    .findFirst()
                    .orElseThrow();
            String address = frame.instruction().substring(2);
            String line = frame.sourceText().split("\n")[frame.line() - 1];
            assertThat(line).matches("0x0*" + address + " <.+\\+\\d+>: .+");
        }
    }

    private static Frame stopInVisit(DebugSession session) {
        session.breakAt("main.c@visit");
        return session.start().stopped("breakpoint").top();
    }
}
