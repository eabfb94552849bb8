package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.mi.MiValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Why the program stands or is gone: a {@code *stopped} record of GDB, read once (GDB manual, "GDB/MI Async Records"). */
public sealed interface Stop {
    /** GDB's number of the thread that has stopped; 0 for none. */
    int thread();

    /** The program has ended; if signal N killed it, {@code status} is 128 + N and {@code signal} its name, else null. */
    record Exited(int status, String signal) implements Stop {
        @Override
        public int thread() {
            return 0;
        }
    }

    /** A breakpoint of that number was hit. */
    record BreakpointHit(int thread, String number) implements Stop {
        /** Whether it is none of the user's: GDB numbers its internal breakpoints below zero. */
        public boolean isInternal() {
            return number.startsWith("-");
        }
    }

    /** What a watchpoint watches was written or read; {@code values}: the old and the new one, or the one that was read. */
    record Watched(int thread, String number, String expression, String values) implements Stop {}

    /** A step has ended; {@code result}: GDB's variable with the return value of the function that it has left, or null. */
    record StepEnded(int thread, String result) implements Stop {}

    /** A signal arrived. */
    record Signalled(int thread, String signal, String meaning) implements Stop {
        /** GDB's names for the signals by which a debugger makes a program stand. */
        private static final Set<String> INTERRUPTS = Set.of("SIGSTOP", "SIGINT", "SIGTRAP", "0");

        /** Whether it is none of the signals by which a debugger makes a program stand. */
        public boolean isTheProgramsOwn() {
            return !INTERRUPTS.contains(signal);
        }
    }

    /**
     * A breakpoint, an exception or the end of a step in Python.
     *
     * @param reason DAP's word
     * @param breakpoints the numbers of the breakpoints that were hit
     * @param message what else the user is told, or null
     * @param returned the address of the object that a function has returned which a step has left, or null
     * @param atLine whether the thread's newest frame is one of Python, and not of C code that Python has entered
     */
    record InPython(
            int thread, String reason, List<String> breakpoints, String message, String returned, boolean atLine)
            implements Stop {}

    /** A stop that nobody is to see; {@code runsOn}: whether the program is to run on after it. */
    record Unseen(int thread, boolean runsOn) implements Stop {}

    /** Anything else; {@code reason} is GDB's word, empty where it gives none. */
    record Unexplained(int thread, String reason) implements Stop {}

    /** GDB writes {@code exit-code} in octal. */
    int OCTAL = 8;

    static Stop of(MiValue.Tuple record) {
        int thread = record.findInteger("thread-id").orElse(1);
        String reason = record.findText("reason").orElse("");
        return switch (reason) {
            case "exited-normally" -> new Exited(0, null);
            case "exited" -> new Exited(Integer.parseInt(record.text("exit-code"), OCTAL), null);
            case "exited-signalled" -> killed(record.text("signal-name"));
            case "breakpoint-hit" -> new BreakpointHit(thread, record.text("bkptno"));
            case "watchpoint-trigger" -> watched(thread, record, "wpt");
            case "read-watchpoint-trigger" -> watched(thread, record, "hw-rwpt");
            case "access-watchpoint-trigger" -> watched(thread, record, "hw-awpt");
            case "end-stepping-range", "function-finished", "location-reached" ->
                new StepEnded(thread, record.findText("gdb-result-var").orElse(null));
            case "signal-received" ->
                new Signalled(
                        thread,
                        record.text("signal-name"),
                        record.findText("signal-meaning").orElse(""));
            default -> new Unexplained(thread, reason);
        };
    }

    private static Stop killed(String signal) {
        return new Exited(Signals.exitStatus(signal), signal);
    }

    /** MI: {@code wpt={number="2",exp="x"},value={old="1",new="2"}}, or {@code value={value="1"}} for one that was read. */
    private static Watched watched(int thread, MiValue.Tuple record, String kind) {
        String values = record.tuple("value").fields().stream()
                .map(field -> field.value() instanceof MiValue.Text text ? text.text() : "?")
                .collect(Collectors.joining(" → "));
        MiValue.Tuple watchpoint = record.tuple(kind);
        return new Watched(thread, watchpoint.text("number"), watchpoint.text("exp"), values);
    }
}
