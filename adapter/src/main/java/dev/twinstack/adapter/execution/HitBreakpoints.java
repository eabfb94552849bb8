package dev.twinstack.adapter.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.debug.StoppedEventArguments;

/** What a stop must know of the breakpoints that were hit. */
public interface HitBreakpoints {
    /** DAP: hitBreakpointIds. The ids for GDB's breakpoint of that number and those that have stopped the program together with it; null when none is the client's. */
    Integer[] hitIds(String number);

    /**
     * DAP's reason of a stop at GDB's breakpoints of those numbers and what has stopped the program together with them: {@code function breakpoint} or {@code instruction
     * breakpoint} where all of them are, else {@code breakpoint}.
     */
    String reason(List<String> numbers);

    /** The numbers of GDB's breakpoints that have stopped the program together with the one of that number, which is among them. */
    List<String> together(String number);

    /** A stop was told: forgets what was hit at it. */
    void forgetHits();

    /** As {@link #hitIds(String)}, of several; null where there are none. */
    default Integer[] hitIds(List<String> numbers) {
        Integer[] ids = numbers.stream()
                .map(this::hitIds)
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .toArray(Integer[]::new);
        return ids.length == 0 ? null : ids;
    }

    /** What the data breakpoint with that number of GDB's watches, as the client calls it; {@code expression} for one of the debug console. */
    String watched(String number, String expression);

    /** What has happened to the variable of Python that the data breakpoint with that number of GDB's watches; empty for a variable of C. */
    Optional<String> change(String number);

    /** Whether GDB's breakpoint of that number is one for exceptions. */
    boolean isForExceptions(String number);

    /**
     * Completes the event of a stop with the exception or signal at which the thread stands; returns whether there is one.
     *
     * @param signal the name of the signal of which GDB tells, or null; there may be one even then
     * @param meaning GDB's words for the signal, or null
     */
    boolean explains(StoppedEventArguments stop, String signal, String meaning);
}
