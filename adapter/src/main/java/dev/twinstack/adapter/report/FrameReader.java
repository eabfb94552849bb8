package dev.twinstack.adapter.report;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.Variable;
import dev.twinstack.adapter.variables.LocalsOfFrames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.debug.Module;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackFramePresentationHint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Reads the frames of a stack: where they are, the lines of source there, arguments and locals. */
final class FrameReader {
    /** In how many of the newest frames objects are opened. */
    private static final int OPENED = 30;
    /** How many lines of source are shown before and after a frame's own, in the thread that crashed; in others that line stands alone. */
    private static final int CONTEXT = 2;

    private static final Pattern HEADER = Pattern.compile("/include/python3[^/]*/");

    private final VariableReader variables;
    private final Snippets snippets = new Snippets();
    private final Map<Object, String> libraries = new HashMap<>();

    FrameReader(Module[] modules, VariableReader variables) {
        this.variables = variables;
        for (Module module : modules) {
            libraries.put(idOf(module.getId()), module.getPath());
        }
    }

    private static Object idOf(Either<Integer, String> id) {
        return id == null ? null : id.get();
    }

    /** Asks for the variables of frames; whoever takes the frames waits for the answers. {@code crashed}: whether they are of the thread that crashed. */
    Supplier<List<FrameReport>> ask(List<StackFrame> frames, boolean crashed) {
        Map<Integer, CompletableFuture<LocalsOfFrames.Locals>> asked =
                variables.ask(frames.stream().filter(this::isTelling).toList());
        return () -> read(frames, asked, crashed);
    }

    private List<FrameReport> read(
            List<StackFrame> frames, Map<Integer, CompletableFuture<LocalsOfFrames.Locals>> asked, boolean crashed) {
        int opened = crashed ? OPENED : 0;
        FrameReport[] read = new FrameReport[frames.size()];
        Arrays.setAll(
                read,
                i -> frame(
                        frames.get(i),
                        crashed ? CONTEXT : 0,
                        asked.get(frames.get(i).getId()),
                        i < opened));
        return List.of(read);
    }

    /** Whether the variables of a frame are worth reading. */
    private boolean isTelling(StackFrame frame) {
        return !variables.isFull() && !isSubtle(frame) && path(frame) != null;
    }

    private FrameReport frame(
            StackFrame frame, int context, CompletableFuture<LocalsOfFrames.Locals> asked, boolean opened) {
        try {
            return frame(frame, context, asked == null ? List.of() : variables.read(asked, opened), null);
        } catch (UserError refused) {
            return frame(frame, context, List.of(), "The variables cannot be read: " + refused.getMessage());
        }
    }

    private FrameReport frame(StackFrame frame, int context, List<Variable> locals, String problem) {
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
                locals,
                problem);
    }

    /** Whether it is native code of CPython's. */
    static boolean isMachinery(StackFrame frame) {
        return isSubtle(frame) && frame.getInstructionPointerReference() != null;
    }

    private static boolean isSubtle(StackFrame frame) {
        return frame.getPresentationHint() == StackFramePresentationHint.SUBTLE || isOfHeader(path(frame));
    }

    /** Whether a function is of Python.h, compiled into the code that has called it. */
    private static boolean isOfHeader(String path) {
        return path != null && HEADER.matcher(path).find();
    }

    private static String path(StackFrame frame) {
        return frame.getSource() == null ? null : frame.getSource().getPath();
    }
}
