package dev.twinstack.adapter.children;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import dev.twinstack.adapter.children.ChildrenOperations.Child;
import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.launch.Following;
import dev.twinstack.adapter.machine.HeldChildren;
import dev.twinstack.adapter.machine.Machine;
import dev.twinstack.adapter.python.HelperEvent;
import dev.twinstack.adapter.python.Helpers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.debug.StartDebuggingRequestArguments;
import org.eclipse.lsp4j.debug.StartDebuggingRequestArgumentsType;

/**
 * The program's children, each debugged in a session of its own: the helpers hold a child at its beginning, the client is asked to start a
 * session for it (DAP: startDebugging), and that session attaches to the child. A child for which no session comes is let go of; once GDB
 * has ended, by the helpers' keeper.
 */
public final class Children {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Gson GSON = new GsonBuilder()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .create();

    private final SessionThread thread;
    private final Events events;
    private final ClientFormat client;
    private final ChildrenOperations operations;
    private final Set<Long> held = new HashSet<>();
    private Following following;
    private HeldChildren there;

    public Children(SessionThread thread, Events events, ClientFormat client, Helpers helpers) {
        this.thread = thread;
        this.events = events;
        this.client = client;
        this.operations = new ChildrenOperations(helpers);
    }

    /** From now on the program's children are debugged as its launch configuration says; {@code machine}: where the program is a process that GDB itself holds. */
    public void follow(Following wanted, Optional<Machine> machine) {
        following = wanted;
        if (!wanted.wanted()) {
            return;
        }
        if (machine.isEmpty()) {
            events.tell("'subProcess' has no effect here: only children of a process that GDB itself holds can be"
                    + " debugged, and not those of a target's program or of a core file.");
        } else if (client.startsSessions()) {
            there = machine.get().children(null);
            there.refusal().ifPresentOrElse(events::tell, () -> operations.follow(wanted.filters()));
        } else {
            events.tell("The program's children run free: 'subProcess' needs a client that starts sessions for them"
                    + " (DAP: startDebugging), and this one does not.");
        }
    }

    /** The helpers hold a child. */
    public void told(HelperEvent event) {
        Child child = event.as(Child.class);
        held.add(child.pid());
        events.startDebugging(arguments(child))
                .whenComplete((done, refused) -> thread.post(() -> answered(child, refused)));
        thread.postLater(PATIENCE, () -> waitedFor(child));
    }

    private StartDebuggingRequestArguments arguments(Child child) {
        JsonObject configuration = following.inherited().deepCopy();
        configuration.addProperty("name", child.name());
        configuration.addProperty("request", "attach"); // where Eclipse's LSP4E looks for it
        configuration.addProperty("subProcessId", child.pid());
        configuration.addProperty("subProcessPlace", child.place());
        Map<String, Object> attributes =
                GSON.fromJson(configuration, new TypeToken<Map<String, Object>>() {}.getType());
        StartDebuggingRequestArguments arguments = new StartDebuggingRequestArguments();
        arguments.setRequest(StartDebuggingRequestArgumentsType.ATTACH);
        arguments.setConfiguration(attributes);
        return arguments;
    }

    private void answered(Child child, Throwable refused) {
        if (refused != null) {
            letGo(
                    child,
                    "the client has started no session for it"); // GDB may hold it still, and leaves it running then
        }
    }

    private void waitedFor(Child child) {
        there.waits(child.pid()).thenAccept(waits -> thread.post(() -> waitedFor(child, waits)));
    }

    private void waitedFor(Child child, boolean inVain) {
        if (inVain) {
            letGo(child, "nobody has attached to it for " + PATIENCE.toSeconds() + " seconds");
        }
        held.remove(child.pid());
        operations.forget(child.pid());
    }

    private void letGo(Child child, String why) {
        if (held.remove(child.pid())) {
            there.resume(child.pid());
            events.tell("The child " + child.name() + " runs free, because " + why + ".");
        }
    }
}
