package dev.twinstack.adapter.e2e.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.ClientCapabilities;
import dev.twinstack.adapter.dsl.DapClient;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EmbeddedServer;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Response;
import dev.twinstack.adapter.dsl.Server;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.UserTerminal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program in a terminal that the client opens: what the user sees and types there. */
@EndToEnd
class ClientTerminalTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @Test
    void itIsTheProgramsOwn() {
        try (UserTerminal terminal = new UserTerminal();
                DebugSession session = DebugSession.open(inTerminal(), terminal)) {
            session.start();
            terminal.shows("xterm-256color terminal 1, its own 1, in front 1\r\nsize 24 80\r\n");
            terminal.type("Grüße\n").shows("Grüße\r\nread Grüße\r\n"); // echoed by the terminal, and read
            terminal.type(CTRL_C).shows("^Cinterrupted\r\n");
            terminal.resize(30, 100).shows("size 30 100\r\n");
            terminal.type("end\n");
            session.exited(0);
            assertThat(session.output(output -> true).ofDebuggee()).isEmpty();
        }
    }

    @Test
    void theShellHasItBackWhenTheSessionIsOver() {
        try (UserTerminal terminal = new UserTerminal()) {
            try (DebugSession session = DebugSession.open(inTerminal(), terminal)) {
                session.start();
                terminal.shows("size 24 80");
                terminal.type(CTRL_D);
                session.exited(4);
            }
            terminal.prompts()
                    .type("stty -a | tr ' ;' '\\n' | grep -cx -e icanon -e echo -e opost -e onlcr\n")
                    .shows("\r\n4\r\n");
        }
    }

    @Test
    void whatIsTypedWhileTheProgramStandsIsReadLater() {
        try (UserTerminal terminal = new UserTerminal();
                DebugSession session = DebugSession.open(inTerminal(), terminal)) {
            session.breakAt("main.c@sized", "main.c@read");
            Stop stop = session.start().stopped("breakpoint").at("main.c@sized");
            terminal.type("end\n");
            session.resume(session.resumeTo(stop, "main.c@read"));
            session.exited(0);
            terminal.shows("read end\r\n");
        }
    }

    @Test
    void closingItHangsTheProgramUp() {
        try (UserTerminal terminal = new UserTerminal();
                DebugSession session = DebugSession.open(inTerminal(), terminal)) {
            session.start();
            terminal.shows("size 24 80");
            terminal.closeWindow();
            session.exited(3);
        }
    }

    @Test
    void aProgramThatClosesItRunsToItsEnd() {
        Launch closing = Launch.executable("hazards").args("close").with("console", "integratedTerminal");
        try (UserTerminal terminal = new UserTerminal()) {
            try (DebugSession session = DebugSession.open(closing, terminal)) {
                session.breakAt("main.c@end");
                session.resume(session.start().stopped("breakpoint").at("main.c@end"));
                session.exited(0);
            }
            terminal.prompts().type("echo ba''ck\n").shows("\r\nback\r\n");
        }
    }

    @Test
    void anEndedSessionLeavesNothingInIt() {
        try (UserTerminal terminal = new UserTerminal()) {
            try (DebugSession session = DebugSession.open(inTerminal(), terminal)) {
                session.start();
                terminal.shows("size 24 80");
                session.disconnect(new JsonObject());
            }
            terminal.prompts().type("jobs -l; ps -o args= --ppid $$ | grep -v -e 'ps ' -e grep; echo noth''ing else\n");
            terminal.shows("\r\nnothing else\r\n");
            assertThat(terminal.screen()).doesNotContain("cat", "Running");
        }
    }

    @Test
    void aRestartKeepsItAndOpensAnotherWhenItWasClosed() {
        try (UserTerminal terminal = new UserTerminal();
                UserTerminal another = new UserTerminal();
                DebugSession session = DebugSession.open(inTerminal(), terminal)) {
            session.start();
            terminal.shows("size 24 80");
            session.ask("restart", new JsonObject());
            terminal.type("again\n").shows("read again\r\n");
            assertThat(terminal.screen()).containsSubsequence("size 24 80", "size 24 80", "read again");
            session.breakAt("main.c@read");
            terminal.type("more\n");
            session.stopped("breakpoint").at("main.c@read");
            terminal.closeWindow();
            another.offerTo(session.client());
            session.ask("restart", new JsonObject());
            another.shows("size 24 80");
        }
    }

    @OnSystemPython
    void aPythonProgramAsksForInput(Python python) {
        Launch launch = Launch.python("callback", python)
                .without("program")
                .with(
                        "code",
                        "import os, sys; print(sys.stdin.isatty(), os.get_terminal_size().lines, input('name? '))")
                .with("console", "integratedTerminal");
        try (UserTerminal terminal = new UserTerminal();
                DebugSession session = DebugSession.open(launch, terminal)) {
            session.start();
            terminal.shows("name? ").type("Ada\n").shows("True 24 Ada\r\n");
            session.exited(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "console, integratedTerminal, integrated",
        "console, externalTerminal, external",
        "externalConsole, true, external"
    })
    void theClientIsToldWhichAndWhere(String name, String value, String kind) {
        Launch launch = inTerminal().without("console").inItsFolder();
        launch.with(name, value.equals("true") ? (Object) true : value);
        try (UserTerminal terminal = new UserTerminal();
                DebugSession session = DebugSession.open(launch, terminal)) {
            assertThat(terminal.asked("kind")).isEqualTo(kind);
            assertThat(terminal.asked("title")).isEqualTo("program");
            assertThat(terminal.asked("cwd")).isEqualTo(launch.path("cwd"));
            session.start();
            terminal.shows("size 24 80").type("end\n");
            session.exited(0);
        }
    }

    @Test
    void aClientThatOpensNoneIsTheReason() {
        JsonObject capabilities = UserTerminal.openedBy(ClientCapabilities.likeVsCode());
        DebugSession.refusal(capabilities, inTerminal(), client -> {})
                .refused("The client could not open a terminal for the program (The client cannot do that.)");
        DebugSession.refusal(capabilities, inTerminal(), client -> client.onRequest("runInTerminal", command -> null))
                .refused("for the program (it does not say why); try again");
    }

    @Test
    void aTerminalThatIsClosedAtOnceIsTheReason() {
        JsonObject capabilities = UserTerminal.openedBy(ClientCapabilities.likeVsCode());
        DebugSession.refusal(capabilities, inTerminal(), UserTerminal::offerOneThatCloses)
                .refused("The client's terminal was closed before the program used it.");
    }

    @Test
    void cancelEndsTheWaitForOneThatOpensLate() {
        CountDownLatch open = new CountDownLatch(1);
        try (Server server = EmbeddedServer.start();
                UserTerminal terminal = new UserTerminal()) {
            DapClient client = new DapClient(server.output(), server.input());
            terminal.offerTo(client, open);
            client.ask("initialize", UserTerminal.openedBy(ClientCapabilities.likeVsCode()));
            CompletableFuture<Response> waiting =
                    client.send("launch", inTerminal().arguments());
            int request = client.lastSeq();
            client.ask("threads", new JsonObject()); // answered once the wait has begun
            client.ask("cancel", Json.object("requestId", request)).succeeded();
            client.await("launch", waiting).refused("cancelled");
            open.countDown();
            terminal.shows("/terminal.sh").type("echo pro''mpt\n").shows("prompt\r\n");
            client.send("launch", inTerminal().without("console").arguments());
            client.event("initialized");
            client.ask("disconnect", new JsonObject()).succeeded();
        }
    }

    @Test
    void aClientWithoutTerminalsHasTheDebugConsole() {
        try (DebugSession session = DebugSession.open(inTerminal())) {
            session.output(output -> output.category("console").contains("This client opens no terminals"));
            session.start().output(output -> output.ofDebuggee().contains("terminal 1"));
        }
    }

    private static Launch inTerminal() {
        return Launch.executable("at_terminal").with("console", "integratedTerminal");
    }
}
