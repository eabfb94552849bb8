package dev.twinstack.adapter.session;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.launch.LaunchArguments;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;

/** DAP's requests with which a session begins and ends. */
public final class SessionRequests {
    private final SessionThread thread;
    private final ClientFormat format;
    private final Events events;
    private final Session session;
    private final Restart restart;
    private final Shutdown shutdown;
    private final Disconnect disconnect;

    public SessionRequests(
            SessionThread thread,
            ClientFormat format,
            Events events,
            Session session,
            Restart restart,
            Shutdown shutdown,
            Disconnect disconnect) {
        this.thread = thread;
        this.format = format;
        this.events = events;
        this.session = session;
        this.restart = restart;
        this.shutdown = shutdown;
        this.disconnect = disconnect;
    }

    public void declare(Capabilities capabilities) {
        session.declare(capabilities);
        shutdown.declare(capabilities);
        disconnect.declare(capabilities);
    }

    /** Takes what the client tells of itself; GDB warms up while it reads the answer. */
    public void initialize(InitializeRequestArguments client) {
        format.use(client);
        events.showsImportant(format.showsImportant());
        thread.afterResponse(events::begin);
    }

    /** Loads the program, then asks for the configuration; completed by {@link #configurationDone}. */
    public CompletableFuture<Void> launch(Map<String, Object> attributes) {
        return session.begin(LaunchArguments.ofLaunch(attributes));
    }

    /** Takes hold of a process, then asks for the configuration; completed by {@link #configurationDone}. */
    public CompletableFuture<Void> attach(Map<String, Object> attributes) {
        return session.begin(LaunchArguments.ofAttach(attributes));
    }

    /** The part of launch or attach that a client can take back; what stands from then on is let go of by disconnect. */
    public CompletableFuture<Void> preparation() {
        return session.preparation();
    }

    public void configurationDone() {
        session.configurationDone();
    }

    /** {@code attributes}: the latest launch configuration, or null for that of before. */
    public CompletableFuture<Void> restart(Map<String, Object> attributes) {
        return restart.begin(attributes == null ? null : LaunchArguments.ofLaunch(attributes));
    }

    public void terminate() {
        shutdown.terminate();
    }

    /** {@code arguments} may be null. */
    public CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        return disconnect.disconnect(arguments);
    }
}
