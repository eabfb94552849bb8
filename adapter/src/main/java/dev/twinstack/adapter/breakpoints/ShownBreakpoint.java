package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.BreakpointOperations.Answer;
import dev.twinstack.adapter.memory.Address;
import dev.twinstack.mi.MiBreakpoint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.debug.Source;

/**
 * What the client was told of one breakpoint last.
 *
 * @param set the breakpoints that the client replaces together with it
 * @param source the file for which the client asked, or null
 * @param parts the numbers of GDB's breakpoints that stand for it, if they are others than its own
 * @param placed whether it has code
 * @param path the file in which it is, or null; {@code line} and {@code address} are null, too, where they are not known
 * @param message what else the user was told, or null
 */
record ShownBreakpoint(
        String set,
        Source source,
        List<String> parts,
        boolean placed,
        boolean enabled,
        String path,
        Integer line,
        String address,
        String message) {
    static ShownBreakpoint of(String set, Source source, Answer answer) {
        return new ShownBreakpoint(
                set,
                source,
                answer.natives() == null ? List.of() : answer.natives(),
                answer.verified(),
                answer.enabled(),
                answer.path(),
                answer.line(),
                answer.address(),
                answer.message());
    }

    /** It as if it had been asked for anew. */
    Answer answer(String number) {
        return new Answer(number, parts, placed, enabled, path, line, address, message);
    }

    boolean verified() {
        return placed && enabled;
    }

    /** The numbers by which GDB knows it; {@code number} is its own. */
    String gdbNumbers(String number) {
        String numbers =
                parts.stream().sorted(Comparator.comparing(Integer::valueOf)).collect(Collectors.joining(" "));
        return numbers.isEmpty() ? number : numbers;
    }

    /** The same breakpoint as GDB has it now. */
    ShownBreakpoint modified(MiBreakpoint now) {
        if (now.locations().isEmpty()) {
            return new ShownBreakpoint(set, source, parts, false, isEnabled(now), path, line, null, message);
        }
        MiBreakpoint.Location place = now.locations().get(0);
        return new ShownBreakpoint(
                set,
                source,
                parts,
                true,
                isEnabled(now),
                place.fullname(),
                place.fullname() == null ? null : (Integer) place.line(),
                place.address() == null ? null : Address.of(place.address()).toString(),
                set.equals(ShownBreakpoints.FUNCTIONS) ? places(now) : null);
    }

    private static String places(MiBreakpoint now) {
        int count = now.locations().size();
        return count > 1 ? "It is in " + count + " places." : null;
    }

    private static boolean isEnabled(MiBreakpoint now) {
        return now.enabled()
                && (now.locations().isEmpty() || now.locations().stream().anyMatch(MiBreakpoint.Location::enabled));
    }
}
