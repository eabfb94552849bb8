package dev.twinstack.adapter.report;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackFramePresentationHint;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;

/** Reads the frames of a stack: where they are, the lines of source there, arguments and locals. */
final class FrameReader {
    private static final int VARIABLES = 40;

    private final ReportSession session;
    private final boolean withLocals;
    private final Snippets snippets = new Snippets();

    FrameReader(ReportSession session, boolean withLocals) {
        this.session = session;
        this.withLocals = withLocals;
    }

    List<FrameReport> read(List<StackFrame> frames) {
        List<CompletableFuture<VariablesResponse>> asked =
                frames.stream().map(this::variables).toList();
        FrameReport[] read = new FrameReport[frames.size()];
        Arrays.setAll(read, i -> frame(frames.get(i), asked.get(i)));
        return List.of(read);
    }

    /** What a frame's first scope has, which DAP calls its locals; null where nobody wants to know. */
    private CompletableFuture<VariablesResponse> variables(StackFrame frame) {
        if (!withLocals || isSubtle(frame) || path(frame) == null) {
            return null;
        }
        ScopesArguments arguments = new ScopesArguments();
        arguments.setFrameId(frame.getId());
        return session.send(server -> server.scopes(arguments)).thenCompose(scopes -> {
            VariablesArguments locals = new VariablesArguments();
            locals.setVariablesReference(scopes.getScopes()[0].getVariablesReference());
            return session.send(server -> server.variables(locals));
        });
    }

    private FrameReport frame(StackFrame frame, CompletableFuture<VariablesResponse> variables) {
        if (variables == null) {
            return frame(frame, List.of(), null);
        }
        try {
            List<Variable> read = Arrays.stream(ReportSession.await(variables).getVariables())
                    .limit(VARIABLES)
                    .map(each -> new Variable(each.getName(), each.getValue(), each.getType(), List.of()))
                    .toList();
            return frame(frame, read, null);
        } catch (UserError refused) {
            return frame(frame, List.of(), "The variables cannot be read: " + refused.getMessage());
        }
    }

    private FrameReport frame(StackFrame frame, List<Variable> variables, String problem) {
        String file = path(frame);
        String address = frame.getInstructionPointerReference();
        return new FrameReport(
                address == null ? FrameReport.PYTHON : FrameReport.NATIVE,
                frame.getName(),
                file,
                file == null ? null : frame.getLine(),
                null,
                address,
                isSubtle(frame),
                file == null ? List.of() : snippets.around(file, frame.getLine()),
                variables,
                problem);
    }

    private static boolean isSubtle(StackFrame frame) {
        return frame.getPresentationHint() == StackFramePresentationHint.SUBTLE;
    }

    private static String path(StackFrame frame) {
        return frame.getSource() == null ? null : frame.getSource().getPath();
    }
}
