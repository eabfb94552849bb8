package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.python.Question;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations on the process and its threads. */
record ExecutionOperations(Helpers helpers) {
    private static final Question<ThreadsAnswer> THREADS =
            new Question<>("threads", new Helpers.Nothing(), ThreadsAnswer.class);

    /** All threads, with the name that Python's {@code threading} gives them where it does, and how they stand to the GIL. */
    ThreadsAnswer threads() {
        return helpers.answer(THREADS);
    }

    /** Has GDB begin on what {@link #threads} will ask for next. */
    void expectThreads() {
        helpers.expect(THREADS);
    }

    /** {@code reason} tells why no thread is known to be Python's, or is null. */
    record ThreadsAnswer(List<ThreadInfo> threads, String reason) {}

    /**
     * One thread.
     *
     * @param id GDB's global number
     * @param lwp the kernel's number
     * @param name or null
     * @param gil how it stands to the GIL; null, as {@code interpreter}, unless it is a thread of Python's that stands
     */
    record ThreadInfo(int id, int lwp, String name, String gil, Integer interpreter, boolean running) {}

    /**
     * Sends SIGSTOP to the program. Returns false, and sends nothing, when the program stands already, or when an earlier SIGSTOP is {@code owed} (GDB has not told
     * of it yet) and still on its way.
     */
    boolean interrupt(boolean owed) {
        return helpers.call("interrupt", new Owed(owed), Interrupted.class).sent();
    }

    private record Owed(boolean owed) {}

    private record Interrupted(boolean sent) {}

    /** Sends the program a signal, such as {@code TERM}, from where GDB runs. */
    void signal(String name) {
        helpers.call("signal", new SignalName(name));
    }

    private record SignalName(String name) {}

    /** Whether a signal, such as {@code TERM}, kills the program before it runs any more of its own code. */
    boolean diesOf(String name) {
        return helpers.call("dies-of", new SignalName(name), Death.class).dies();
    }

    private record Death(boolean dies) {}

    /** Ends the program that GDB has started, and all its descendants, from where GDB runs. */
    CompletableFuture<?> endDescendants() {
        return helpers.send("end-descendants", new Helpers.Nothing());
    }

    /** Ends the program, which stands. */
    void kill() {
        helpers.call("kill", new Helpers.Nothing());
    }

    /** The calls that the line of a thread's newest frame is still to make, in the order of its code. */
    List<Call.Native> calls(int thread) {
        return helpers.call("calls", new OfThread(thread), Calls.class).calls();
    }

    private record OfThread(int thread) {}

    private record Calls(List<Call.Native> calls) {}

    /** Has the next step of a thread end where that call enters its function; returns the number of the breakpoint of GDB's that ends it. */
    String stepInto(int thread, Call.Native call) {
        return helpers.call(
                        "step-into", new CallOfThread(thread, call.name(), call.target(), call.after()), Numbered.class)
                .number();
    }

    private record CallOfThread(int thread, String name, String target, String after) {}

    private record Numbered(String number) {}

    /** Has the next step of a thread pass over functions that stand between those of the user: CPython's own, where it has debug information, or pybind11's. */
    void stepPastMachinery(int thread) {
        helpers.call("step-past-machinery", new OfThread(thread));
    }

    /** The beginning of a line, or of the next one with code, in the function in which a thread stands. */
    Place gotoTargets(int thread, String file, int line) {
        return helpers.call("goto-targets", new LineForThread(thread, file, line), Place.class);
    }

    private record LineForThread(int thread, String file, int line) {}

    /** The beginning of a line in a function; {@code address}: null in a function of Python. */
    record Place(String address, int line, String function) {}

    /** Has a thread go on at an address of the function in which it stands, once it is resumed. */
    void goTo(int thread, String address) {
        helpers.call("goto", new AddressForThread(thread, address));
    }

    private record AddressForThread(int thread, String address) {}

    /**
     * Has the program stop once before its first code, and returns the number of GDB's breakpoint there.
     *
     * @param python whether that is code of Python
     * @param early whether to stop before the arguments are set up, where no line's breakpoint can be
     */
    String entryBreakpoint(boolean python, boolean early) {
        return helpers.call("entry-breakpoint", new Beginning(python, early), Entry.class)
                .number();
    }

    private record Beginning(boolean python, boolean early) {}

    private record Entry(String number) {}

    /** The program does not stop there any more. */
    void removeEntryBreakpoint() {
        helpers.call("remove-entry-breakpoint", new Helpers.Nothing());
    }
}
