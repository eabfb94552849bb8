package dev.twinstack.adapter.breakpoints;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.mi.MiBreakpoint;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.BreakpointEventArguments;
import org.eclipse.lsp4j.debug.BreakpointEventArgumentsReason;
import org.eclipse.lsp4j.debug.BreakpointNotVerifiedReason;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;

/**
 * Breakpoints on lines of native sources, set, changed and removed whether the program stands or runs. One in a library that is not loaded
 * yet is pending, and a {@code breakpoint} event tells when it is bound.
 */
final class SourceBreakpoints {
    private final BreakpointOperations operations;
    private final Events events;
    private final ClientFormat format;
    private final SourceMap sourceMap;
    private final Map<String, Shown> shown = new HashMap<>();
    private String refusalOfAll;

    /** What the client was told of a breakpoint last. {@code placed}: whether it has code; a user of the debug console can disable it. */
    private record Shown(Source source, boolean placed, boolean enabled, Integer line) {
        boolean verified() {
            return placed && enabled;
        }
    }

    SourceBreakpoints(BreakpointOperations operations, Events events, ClientFormat format, SourceMap sourceMap) {
        this.operations = operations;
        this.events = events;
        this.format = format;
        this.sourceMap = sourceMap;
    }

    void declare(Capabilities capabilities) {
        capabilities.setSupportsConditionalBreakpoints(true);
        capabilities.setSupportsHitConditionalBreakpoints(true);
    }

    SetBreakpointsResponse setBreakpoints(SetBreakpointsArguments arguments) {
        Source source = requireSource(arguments);
        SourceBreakpoint[] wanted =
                arguments.getBreakpoints() == null ? new SourceBreakpoint[0] : arguments.getBreakpoints();
        String refusal = refusal(source);
        List<Breakpoint> set = refusal == null
                ? set(source, wanted)
                : Arrays.stream(wanted).map(breakpoint -> refused(refusal)).toList();
        SetBreakpointsResponse response = new SetBreakpointsResponse();
        response.setBreakpoints(set.toArray(Breakpoint[]::new));
        return response;
    }

    /** Refuses every breakpoint for the reason that is given; null refuses none. */
    void refuseAll(String reason) {
        refusalOfAll = reason;
    }

    private static Source requireSource(SetBreakpointsArguments arguments) {
        if (arguments.getSource() == null) {
            throw new UserError("setBreakpoints lacks the source; name the file by its path.");
        }
        return arguments.getSource();
    }

    /** Whether GDB's breakpoint of that number is one of the client's. */
    boolean has(String number) {
        return shown.containsKey(number);
    }

    /**
     * MI: {@code =breakpoint-deleted}. One that the client has not taken away itself was deleted in the debug console: for the client it is
     * removed, too, or it would come back with the next breakpoint that is set in its file.
     */
    void deleted(String number) {
        Shown before = shown.remove(number);
        if (before != null) {
            Breakpoint gone = described(number, before);
            gone.setVerified(false);
            gone.setMessage("Deleted in the debug console.");
            tell(BreakpointEventArgumentsReason.REMOVED, gone);
        }
    }

    /** MI: {@code =breakpoint-modified}; tells the client when one is bound, has moved, or was disabled or enabled in the debug console. */
    void modified(MiBreakpoint now) {
        Shown before = shown.get(now.number());
        if (before == null) {
            return;
        }
        Integer line = now.locations().stream()
                .findFirst()
                .map(MiBreakpoint.Location::line)
                .orElse(before.line);
        Shown after = new Shown(before.source, !now.locations().isEmpty(), isEnabled(now), line);
        if (!after.equals(before)) {
            tell(BreakpointEventArgumentsReason.CHANGED, show(now.number(), after));
        }
    }

    private static boolean isEnabled(MiBreakpoint now) {
        return now.enabled()
                && (now.locations().isEmpty() || now.locations().stream().anyMatch(MiBreakpoint.Location::enabled));
    }

    private void tell(String reason, Breakpoint breakpoint) {
        BreakpointEventArguments event = new BreakpointEventArguments();
        event.setReason(reason);
        event.setBreakpoint(breakpoint);
        events.breakpoint(event);
    }

    /** Why no breakpoint can be set in a source, or null. */
    private String refusal(Source source) {
        if (refusalOfAll != null) {
            return refusalOfAll;
        }
        if (source.getPath() == null) {
            return "A breakpoint needs a source with a path.";
        }
        return source.getPath().endsWith(".py")
                ? "Twinstack cannot stop on a line of Python yet; set a breakpoint in native code."
                : null;
    }

    private static Breakpoint refused(String why) {
        Breakpoint breakpoint = new Breakpoint();
        breakpoint.setVerified(false);
        breakpoint.setReason(BreakpointNotVerifiedReason.FAILED);
        breakpoint.setMessage(why);
        return breakpoint;
    }

    private List<Breakpoint> set(Source source, SourceBreakpoint[] wanted) {
        List<BreakpointOperations.Wish> wishes =
                Arrays.stream(wanted).map(this::wish).toList();
        List<BreakpointOperations.Answer> answers =
                operations.setBreakpoints(sourceMap.toDebuggee(source.getPath()), wishes);
        shown.values().removeIf(old -> old.source.getPath().equals(source.getPath()));
        return answers.stream().map(answer -> show(source, answer)).toList();
    }

    private BreakpointOperations.Wish wish(SourceBreakpoint wanted) {
        return new BreakpointOperations.Wish(
                format.fromClientLine(wanted.getLine()),
                blankToNull(wanted.getCondition()),
                blankToNull(wanted.getHitCondition()));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Breakpoint show(Source source, BreakpointOperations.Answer answer) {
        if (answer.number() == null) {
            return refused(answer.message());
        }
        Breakpoint breakpoint =
                show(answer.number(), new Shown(source, answer.verified(), answer.enabled(), answer.line()));
        if (answer.message() != null) {
            breakpoint.setMessage(answer.message());
        }
        return breakpoint;
    }

    private Breakpoint show(String number, Shown now) {
        shown.put(number, now);
        Breakpoint breakpoint = described(number, now);
        if (!now.enabled) {
            breakpoint.setReason(BreakpointNotVerifiedReason.FAILED);
            breakpoint.setMessage("Disabled in the debug console; type '-exec enable " + number
                    + "' there, or remove the breakpoint and set it again.");
        } else if (!now.placed) {
            breakpoint.setReason(BreakpointNotVerifiedReason.PENDING);
        }
        return breakpoint;
    }

    private Breakpoint described(String number, Shown now) {
        Breakpoint breakpoint = new Breakpoint();
        breakpoint.setId(Integer.valueOf(number));
        breakpoint.setVerified(now.verified());
        breakpoint.setSource(now.source);
        breakpoint.setLine(now.line == null ? null : Integer.valueOf(format.line(now.line)));
        return breakpoint;
    }
}
