package dev.twinstack.adapter.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.lsp4j.debug.StoppedEventArguments;

/** What is asked of the breakpoints when the program has stopped at one. */
public interface HitBreakpoints {
    /** DAP: hitBreakpointIds, of GDB's breakpoint of that number and those at the same place; null for one that was made in the debug console. */
    Integer[] hitIds(String number);

    /** The numbers of GDB's breakpoints that have stopped the program together with the one of that number, which is among them. */
    List<String> together(String number);

    /** A stop has been told. */
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

    /** What the data breakpoint of that number of GDB's watches, as the client knows it; for one of the debug console {@code expression}. */
    String watched(String number, String expression);

    /** What has happened to the variable of Python that the data breakpoint of that number of GDB's watches; nothing for one of C. */
    Optional<String> change(String number);

    /** Whether GDB's breakpoint of that number is one for exceptions. */
    boolean isForExceptions(String number);

    /**
     * A thread has stopped at an exception or, when that is not null, with a signal; else perhaps at a signal of which GDB does not tell.
     * Returns whether there is one; then the event says which.
     */
    boolean explains(StoppedEventArguments stop, String signal, String meaning);
}
