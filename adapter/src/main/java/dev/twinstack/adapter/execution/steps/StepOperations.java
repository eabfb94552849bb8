package dev.twinstack.adapter.execution.steps;

import dev.twinstack.adapter.python.Helpers;
import java.util.List;

/** The helpers' operations on where a thread goes on, and stops: steps, lines, the program's first code. */
record StepOperations(Helpers helpers) {
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

    /** Has a step into, which GDB has ended where nobody is to see it, go on into what is called there. */
    void stepOn(int thread) {
        helpers.call("python-step-on", new OfThread(thread));
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
