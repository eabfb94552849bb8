package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.machine.Machine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** What a session debugs: how GDB gets hold of it, and what happens once the client has set its breakpoints. */
public interface Target {
    /** What is being done while the session begins, as the title of a progress: {@code Starting NAME}. */
    String title();

    /** What takes the time in {@link #prepare}, as the text of that progress. */
    default String preparation() {
        return "GDB reads symbols";
    }

    /** Readies a new GDB for the user's first commands; completed when that is done. */
    default CompletableFuture<?> beforeCommands() {
        return CompletableFuture.completedFuture(null);
    }

    /** Brings GDB to where breakpoints can be set; completed on the session thread. */
    CompletableFuture<Void> prepare();

    /** Takes back what {@link #prepare} did before it failed. */
    default void undo() {}

    /** Stops {@link #prepare}, for which nobody waits any more. */
    default void giveUp() {}

    /** Lets the program run, or shows where it stands: the configuration is done. */
    void begin();

    /** What the user is told when {@link #begin} fails for that reason. */
    String cannotBegin(String why);

    /** The machine of a process that GDB itself holds; empty for a process that a target holds, and for the memory of one that has ended. */
    default Optional<Machine> machine() {
        return Optional.empty();
    }

    /** The program is a process of that number, wherever it runs. */
    default void started(long pid) {}

    /** What the client can do with it, or cannot after all, once it is prepared; empty when that is as was told at first. */
    default Optional<Capabilities> capabilities() {
        return Optional.empty();
    }

    /** DAP's event {@code process}; {@code isLocal}: whether it is a process of this machine. */
    static ProcessEventArguments event(
            String name, long pid, boolean isLocal, ProcessEventArgumentsStartMethod startMethod) {
        ProcessEventArguments event = new ProcessEventArguments();
        event.setName(name);
        event.setSystemProcessId((int) pid);
        event.setIsLocalProcess(isLocal);
        event.setStartMethod(startMethod);
        return event;
    }

    /** DAP's event {@code process} for this target, now that GDB knows the number of its process. */
    ProcessEventArguments process(long pid);
}
