package dev.twinstack.adapter.session;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ProcessEventArguments;
import org.eclipse.lsp4j.debug.ProcessEventArgumentsStartMethod;

/** What a session debugs: how GDB gets hold of it, and what happens once the client has set its breakpoints. */
interface Target {
    /** What a session with it begins with, as a client shows it. */
    String title();

    /** What takes the time of {@link #prepare}. */
    default String preparation() {
        return "GDB reads symbols";
    }

    /** Brings GDB to where breakpoints can be set; completed on the session thread. */
    CompletableFuture<Void> prepare();

    /** Takes back what {@link #prepare} did before it failed. */
    default void undo() {}

    /** Nobody waits for {@link #prepare} any more. */
    default void giveUp() {}

    /** The configuration is done. */
    void begin();

    /** What is told when {@link #begin} fails, for that reason. */
    String cannotBegin(String why);

    /** Whether it is a process that GDB holds itself, and not only the memory of one that has ended. */
    default boolean isProcess() {
        return true;
    }

    /** DAP's event {@code process}; {@code isLocal}: of this machine. */
    static ProcessEventArguments event(
            String name, long pid, boolean isLocal, ProcessEventArgumentsStartMethod startMethod) {
        ProcessEventArguments event = new ProcessEventArguments();
        event.setName(name);
        event.setSystemProcessId((int) pid);
        event.setIsLocalProcess(isLocal);
        event.setStartMethod(startMethod);
        return event;
    }

    /** What is told of its process, whose number GDB knows now. */
    ProcessEventArguments process(long pid);
}
