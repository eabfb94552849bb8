package dev.twinstack.adapter.report;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.Variable;
import dev.twinstack.adapter.variables.LocalsOfFrames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.VariablesArguments;

/** Reads arguments and locals; of a value that shows nothing but its address, the attributes or members, too. */
final class VariableReader {
    private static final int VARIABLES = 40;
    private static final int CHILDREN = 20;
    /** Frames whose locals are asked for in one request. */
    private static final int AT_ONCE = 64;
    /** The text of a value that says little: an object without a text of its own, a pointer, a structure. */
    private static final Pattern SAYS_LITTLE =
            Pattern.compile("<\\S+ (object )?at 0x[0-9a-f]+>|0x[0-9a-f]+|\\{\\.\\.\\.}");

    private final ReportSession session;

    private int left;

    /** {@code most}: how many variables are read in all. */
    VariableReader(ReportSession session, int most) {
        this.session = session;
        this.left = most;
    }

    /** Whether as many were read as may be. */
    boolean isFull() {
        return left <= 0;
    }

    /** Asks for the locals of frames, {@link #AT_ONCE} in a request; the answers by the frames' ids. */
    Map<Integer, CompletableFuture<LocalsOfFrames.Locals>> ask(List<StackFrame> frames) {
        Map<Integer, CompletableFuture<LocalsOfFrames.Locals>> asked = new HashMap<>();
        for (int first = 0; first < frames.size(); first += AT_ONCE) {
            List<Integer> ids = frames.subList(first, Math.min(first + AT_ONCE, frames.size())).stream()
                    .map(StackFrame::getId)
                    .toList();
            CompletableFuture<LocalsOfFrames.Found> told =
                    session.send(server -> server.locals(new LocalsOfFrames.Arguments(ids)));
            IntStream.range(0, ids.size())
                    .forEach(index -> asked.put(
                            ids.get(index),
                            told.thenApply(found -> found.frames().get(index))));
        }
        return asked;
    }

    /** What was asked for; {@code open}: with attributes and members. Throws {@link UserError} where it cannot be read. */
    List<Variable> read(CompletableFuture<LocalsOfFrames.Locals> asked, boolean open) {
        LocalsOfFrames.Locals locals = session.await(asked);
        if (locals.problem() != null) {
            throw new UserError(locals.problem());
        }
        List<Variable> read = shown(locals.variables())
                .limit(Math.min(VARIABLES, Math.max(0, left)))
                .map(each -> variable(each, open ? children(each) : List.of()))
                .toList();
        left -= read.stream().mapToInt(each -> 1 + each.children().size()).sum();
        return read;
    }

    /** Without the rows that have no value: these are titles of groups. */
    private static Stream<org.eclipse.lsp4j.debug.Variable> shown(org.eclipse.lsp4j.debug.Variable[] told) {
        return Arrays.stream(told).filter(each -> !each.getValue().isEmpty());
    }

    private List<Variable> children(org.eclipse.lsp4j.debug.Variable parent) {
        int reference = parent.getVariablesReference();
        if (reference == 0 || !SAYS_LITTLE.matcher(parent.getValue()).matches()) {
            return List.of();
        }
        VariablesArguments arguments = new VariablesArguments();
        arguments.setVariablesReference(reference);
        return shown(session.ask(server -> server.variables(arguments)).getVariables())
                .filter(each -> !each.getName().startsWith("[")) // other views of the same
                .limit(CHILDREN)
                .map(each -> variable(each, List.of()))
                .toList();
    }

    private static Variable variable(org.eclipse.lsp4j.debug.Variable told, List<Variable> children) {
        return new Variable(told.getName(), told.getValue(), told.getType(), children);
    }
}
