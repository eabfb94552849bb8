package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a client does that starts sessions for a program's children; a test opens them one by one. */
public final class ChildSessions {
    private final TestProgram program;
    private final BlockingQueue<JsonObject> wanted = new LinkedBlockingQueue<>();

    private boolean open;

    public ChildSessions(TestProgram program) {
        this.program = program;
    }

    /** Notes that a session is opened; returns whether another was before, whose end will check what is left behind. */
    boolean openAnother() {
        boolean before = open;
        open = true;
        return before;
    }

    void offerTo(DapClient client) {
        client.onRequest("startDebugging", this::take);
    }

    private JsonObject take(JsonObject arguments) {
        assertThat(Json.text(arguments, "request")).contains("attach");
        JsonObject configuration = Json.objectAt(arguments, "configuration");
        assertThat(Json.text(configuration, "type"))
                .as("what nvim-dap needs to start a session")
                .isPresent();
        assertThat(Json.text(configuration, "request"))
                .as("what LSP4E takes, and not the one beside it")
                .contains("attach");
        wanted.add(configuration);
        return new JsonObject();
    }

    /** The session of the next child, whose configuration is not done yet; its own children are offered here, too. */
    public DebugSession next() {
        return DebugSession.open(nextConfiguration(), this);
    }

    /** Opens a session for the next child that is to be refused, and gives the refusal. */
    public Response refusal() {
        return DebugSession.refusalBesideOthers(nextConfiguration());
    }

    /** The configuration for the next child. */
    public Launch nextConfiguration() {
        try {
            JsonObject configuration = wanted.poll(DapClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(configuration)
                    .as("a child for which a session is wanted")
                    .isNotNull();
            return Launch.attach(program).with(configuration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a child.", e);
        }
    }

    /** Whether a session is wanted that nobody has opened. */
    public boolean isWaiting() {
        return !wanted.isEmpty();
    }
}
