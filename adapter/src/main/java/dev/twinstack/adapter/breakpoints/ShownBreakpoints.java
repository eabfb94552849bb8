package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.breakpoints.BreakpointOperations.Answer;
import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.stack.Sources;
import dev.twinstack.mi.MiBreakpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.BreakpointEventArguments;
import org.eclipse.lsp4j.debug.BreakpointEventArgumentsReason;
import org.eclipse.lsp4j.debug.BreakpointNotVerifiedReason;
import org.eclipse.lsp4j.debug.Source;

/**
 * What the client was told of its breakpoints last. A {@code breakpoint} event tells it when one is bound, has moved, or was deleted, disabled
 * or enabled in the debug console.
 */
final class ShownBreakpoints {
    /** The set of breakpoints on functions. */
    static final String FUNCTIONS = "functions";

    /** The set of breakpoints on instructions. */
    static final String INSTRUCTIONS = "instructions";

    private final Events events;
    private final ClientFormat format;
    private final Sources sources;
    private final Map<String, ShownBreakpoint> shown = new HashMap<>();
    /** Where several of GDB's breakpoints stand for one of the client's: the client's number by each of GDB's. */
    private final Map<String, String> wholes = new HashMap<>();

    ShownBreakpoints(Events events, ClientFormat format, Sources sources) {
        this.events = events;
        this.format = format;
        this.sources = sources;
    }

    /** Replaces a whole set by what was answered for it, in the order of the answers. {@code source}: the file that was asked for, or null. */
    Breakpoint[] replaced(String set, Source source, List<Answer> answers) {
        shown.values().stream().filter(old -> old.set().equals(set)).forEach(this::forgetParts);
        shown.values().removeIf(old -> old.set().equals(set));
        return answers.stream().map(answer -> shown(set, source, answer)).toArray(Breakpoint[]::new);
    }

    static Breakpoint refused(String why) {
        Breakpoint breakpoint = new Breakpoint();
        breakpoint.setVerified(false);
        breakpoint.setReason(BreakpointNotVerifiedReason.FAILED);
        breakpoint.setMessage(why);
        return breakpoint;
    }

    /** DAP's id of the client's breakpoint to which GDB's of that number belongs; none for one of the debug console. */
    Optional<Integer> id(String number) {
        return Optional.of(wholes.getOrDefault(number, number))
                .filter(shown::containsKey)
                .map(Integer::valueOf);
    }

    /** The set of the client's breakpoint to which GDB's of that number belongs; none for one of the debug console. */
    Optional<String> set(String number) {
        return Optional.ofNullable(shown.get(wholes.getOrDefault(number, number)))
                .map(ShownBreakpoint::set);
    }

    /** What became of a breakpoint, by GDB's number, if it is in code and stops there as far as GDB has told since. */
    Optional<Answer> verified(String number) {
        return Optional.ofNullable(shown.get(number))
                .filter(ShownBreakpoint::verified)
                .map(each -> each.answer(number));
    }

    /** What the client was told of a data breakpoint: the name of what it watches. */
    Optional<String> name(String number) {
        return Optional.ofNullable(shown.get(number)).map(ShownBreakpoint::message);
    }

    /** The breakpoint as the client was told of it last; it must be one of the client's. */
    Breakpoint told(String number) {
        String whole = wholes.getOrDefault(number, number);
        return described(whole, shown.get(whole));
    }

    /**
     * MI: {@code =breakpoint-deleted}. A breakpoint that the client has not removed itself was deleted in the debug console. The client is told to remove
     * it, too: otherwise it would come back with the next breakpoint that is set in the same set.
     */
    void deleted(String number, String why) {
        ShownBreakpoint before = shown.remove(number);
        if (before != null) {
            forgetParts(before);
            Breakpoint gone = described(number, before);
            gone.setVerified(false);
            gone.setMessage(why);
            tell(BreakpointEventArgumentsReason.REMOVED, gone);
        }
    }

    /** MI: {@code =breakpoint-modified}. */
    void modified(MiBreakpoint now) {
        ShownBreakpoint before = shown.get(now.number());
        if (before != null && !now.type().contains("watchpoint")) {
            changed(now.number(), before, before.modified(now));
        }
    }

    /** The helpers tell what has become of a breakpoint for which several of GDB's stand. */
    void changed(Answer now) {
        ShownBreakpoint before = shown.get(now.number());
        if (before != null) {
            changed(now.number(), before, ShownBreakpoint.of(before.set(), before.source(), now));
        }
    }

    private void changed(String number, ShownBreakpoint before, ShownBreakpoint after) {
        remember(number, after);
        Breakpoint now = explained(number, after);
        if (!now.equals(explained(number, before))) {
            tell(BreakpointEventArgumentsReason.CHANGED, now);
        }
    }

    private void tell(String reason, Breakpoint breakpoint) {
        BreakpointEventArguments event = new BreakpointEventArguments();
        event.setReason(reason);
        event.setBreakpoint(breakpoint);
        events.breakpoint(event);
    }

    private Breakpoint shown(String set, Source source, Answer answer) {
        if (answer.number() == null) {
            return refused(answer.message());
        }
        ShownBreakpoint now = ShownBreakpoint.of(set, source, answer);
        remember(answer.number(), now);
        return explained(answer.number(), now);
    }

    private void remember(String number, ShownBreakpoint now) {
        ShownBreakpoint before = shown.put(number, now);
        if (before != null) {
            forgetParts(before);
        }
        now.parts().forEach(part -> wholes.put(part, number));
    }

    private void forgetParts(ShownBreakpoint gone) {
        gone.parts().forEach(wholes::remove);
    }

    private Breakpoint explained(String number, ShownBreakpoint now) {
        Breakpoint breakpoint = described(number, now);
        breakpoint.setMessage(now.message());
        if (!now.enabled()) {
            breakpoint.setReason(BreakpointNotVerifiedReason.FAILED);
            breakpoint.setMessage("Disabled in the debug console; type '-exec enable " + now.gdbNumbers(number)
                    + "' there, or remove the breakpoint and set it again.");
        } else if (!now.placed()) {
            breakpoint.setReason(BreakpointNotVerifiedReason.PENDING);
        }
        return breakpoint;
    }

    private Breakpoint described(String number, ShownBreakpoint now) {
        Breakpoint breakpoint = new Breakpoint();
        breakpoint.setId(Integer.valueOf(number));
        breakpoint.setVerified(now.verified());
        breakpoint.setSource(now.source() == null && now.path() != null ? sources.of(now.path()) : now.source());
        breakpoint.setLine(now.line() == null ? null : (Integer) format.line(now.line()));
        breakpoint.setInstructionReference(now.source() == null ? now.address() : null);
        return breakpoint;
    }
}
