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

    /** One thread: GDB's global number, the kernel's, a name or null; the next two are there for threads of Python alone, which do not run. */
    record ThreadInfo(int id, int lwp, String name, String gil, Integer interpreter, boolean running) {}

    /**
     * Sends SIGSTOP to the program; false when it stands already and nothing is sent, or when it is {@code owed}, as GDB has not told of an
     * earlier one, and that is still to come.
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

    /** Ends what GDB has started there where it runs, and all that has come of it. */
    CompletableFuture<?> endDescendants() {
        return helpers.send("end-descendants", new Helpers.Nothing());
    }

    /** Ends the program, which stands. */
    void kill() {
        helpers.call("kill", new Helpers.Nothing());
    }

    /** Records the program from here on, by GDB's {@code method}. */
    void record(String method) {
        helpers.call("record", new Method(method));
    }

    private record Method(String method) {}

    /** Whether GDB shows what it has recorded, while the program does not run. */
    boolean replays() {
        return helpers.call("replays", new Helpers.Nothing(), Replays.class).replays();
    }

    private record Replays(boolean replays) {}

    /** The program stands where it has come to, whatever GDB has shown of it, and is not recorded any more. */
    void stopRecording() {
        helpers.call("stop-recording", new Helpers.Nothing());
    }

    /** Why GDB cannot go back along a recording, or null. */
    String backwardsRefusal() {
        return helpers.call("backwards-refusal", new Helpers.Nothing(), Refusal.class)
                .reason();
    }

    private record Refusal(String reason) {}

    /** The calls that the line of a thread's newest frame is still to make, in the order of its code. */
    List<Call.Native> calls(int thread) {
        return helpers.call("calls", new OfThread(thread), Calls.class).calls();
    }

    private record OfThread(int thread) {}

    private record Calls(List<Call.Native> calls) {}

    /** The next step of a thread ends where that call enters its function; the number of GDB's breakpoint that does it. */
    String stepInto(int thread, Call.Native call) {
        return helpers.call(
                        "step-into", new CallOfThread(thread, call.name(), call.target(), call.after()), Numbered.class)
                .number();
    }

    private record CallOfThread(int thread, String name, String target, String after) {}

    private record Numbered(String number) {}

    /** The next step of a thread enters no function that stands between those of the user: CPython's own, where it has debug information, or pybind11's. */
    void stepPastMachinery(int thread) {
        helpers.call("step-past-machinery", new OfThread(thread));
    }

    /** Where a line, or the next one with code, begins in the function in which a thread stands. */
    Place gotoTargets(int thread, String file, int line) {
        return helpers.call("goto-targets", new LineForThread(thread, file, line), Place.class);
    }

    private record LineForThread(int thread, String file, int line) {}

    /** The beginning of a line of a function; {@code address}: null of one of Python. */
    record Place(String address, int line, String function) {}

    /** A thread goes on at an address of the function in which it stands, when it is resumed. */
    void goTo(int thread, String address) {
        helpers.call("goto", new AddressForThread(thread, address));
    }

    private record AddressForThread(int thread, String address) {}

    /**
     * Stops once before the program's first code, of Python or native; {@code early}: even before its arguments are set up, where no
     * breakpoint of a line is.
     */
    String entryBreakpoint(boolean python, boolean early) {
        return helpers.call("entry-breakpoint", new Beginning(python, early), Entry.class)
                .number();
    }

    /** The program does not stop there any more. */
    void removeEntryBreakpoint() {
        helpers.call("remove-entry-breakpoint", new Helpers.Nothing());
    }

    private record Beginning(boolean python, boolean early) {}

    private record Entry(String number) {}
}
