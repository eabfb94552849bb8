package dev.twinstack.adapter.report;

import dev.twinstack.adapter.report.model.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** Reads arguments and locals; of a value that shows nothing but its address, the attributes or members, too. */
final class VariableReader {
    private static final int VARIABLES = 40;
    private static final int CHILDREN = 20;
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

    /** Asks for the variables of a frame's first scope: its locals. */
    CompletableFuture<VariablesResponse> ask(StackFrame frame) {
        ScopesArguments arguments = new ScopesArguments();
        arguments.setFrameId(frame.getId());
        return session.send(server -> server.scopes(arguments))
                .thenCompose(scopes -> variables(scopes.getScopes()[0].getVariablesReference()));
    }

    private CompletableFuture<VariablesResponse> variables(int reference) {
        VariablesArguments arguments = new VariablesArguments();
        arguments.setVariablesReference(reference);
        return session.send(server -> server.variables(arguments));
    }

    /** What was asked for; {@code open}: with attributes and members. Throws {@link dev.twinstack.adapter.dap.UserError} where it cannot be read. */
    List<Variable> read(CompletableFuture<VariablesResponse> asked, boolean open) {
        List<Variable> read = told(asked)
                .limit(Math.min(VARIABLES, Math.max(0, left)))
                .map(each -> variable(each, open ? children(each) : List.of()))
                .toList();
        left -= read.stream().mapToInt(each -> 1 + each.children().size()).sum();
        return read;
    }

    /** The variables of an answer, without the rows that have no value: these are titles of groups. */
    private Stream<org.eclipse.lsp4j.debug.Variable> told(CompletableFuture<VariablesResponse> asked) {
        return Arrays.stream(session.await(asked).getVariables())
                .filter(each -> !each.getValue().isEmpty());
    }

    private List<Variable> children(org.eclipse.lsp4j.debug.Variable parent) {
        int reference = parent.getVariablesReference();
        if (reference == 0 || !SAYS_LITTLE.matcher(parent.getValue()).matches()) {
            return List.of();
        }
        return told(variables(reference))
                .filter(each -> !each.getName().startsWith("[")) // other views of the same
                .limit(CHILDREN)
                .map(each -> variable(each, List.of()))
                .toList();
    }

    private static Variable variable(org.eclipse.lsp4j.debug.Variable told, List<Variable> children) {
        return new Variable(told.getName(), told.getValue(), told.getType(), children);
    }
}
