package dev.twinstack.adapter.report;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.debug.Module;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackFramePresentationHint;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Reads the frames of a stack: where they are, the lines of source there, arguments and locals. */
final class FrameReader {
    private static final int VARIABLES = 40;
    /** Lines of source on both sides of that of a frame of the thread that crashed; of others it stands alone. */
    private static final int CONTEXT = 2;

    private final ReportSession session;
    private final boolean withLocals;
    private final Snippets snippets = new Snippets();
    private final Map<Object, String> libraries = new HashMap<>();

    FrameReader(ReportSession session, Module[] modules, boolean withLocals) {
        this.session = session;
        this.withLocals = withLocals;
        for (Module module : modules) {
            libraries.put(idOf(module.getId()), module.getPath());
        }
    }

    private static Object idOf(Either<Integer, String> id) {
        return id == null ? null : id.get();
    }

    /** {@code crashed}: whether they are of the thread that crashed. */
    List<FrameReport> read(List<StackFrame> frames, boolean crashed) {
        List<CompletableFuture<VariablesResponse>> asked =
                frames.stream().map(this::variables).toList();
        FrameReport[] read = new FrameReport[frames.size()];
        Arrays.setAll(read, i -> frame(frames.get(i), crashed ? CONTEXT : 0, asked.get(i)));
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

    private FrameReport frame(StackFrame frame, int context, CompletableFuture<VariablesResponse> variables) {
        if (variables == null) {
            return frame(frame, context, List.of(), null);
        }
        try {
            List<Variable> read = Arrays.stream(ReportSession.await(variables).getVariables())
                    .filter(each -> !each.getValue().isEmpty())
                    .limit(VARIABLES)
                    .map(each -> new Variable(each.getName(), each.getValue(), each.getType(), List.of()))
                    .toList();
            return frame(frame, context, read, null);
        } catch (UserError refused) {
            return frame(frame, context, List.of(), "The variables cannot be read: " + refused.getMessage());
        }
    }

    private FrameReport frame(StackFrame frame, int context, List<Variable> variables, String problem) {
        String file = path(frame);
        String address = frame.getInstructionPointerReference();
        return new FrameReport(
                address == null ? FrameReport.PYTHON : FrameReport.NATIVE,
                frame.getName(),
                file,
                file == null ? null : frame.getLine(),
                libraries.get(idOf(frame.getModuleId())),
                address,
                isSubtle(frame),
                file == null ? List.of() : snippets.around(file, frame.getLine(), context),
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
