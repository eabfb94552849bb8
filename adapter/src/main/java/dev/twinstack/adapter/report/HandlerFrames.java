package dev.twinstack.adapter.report;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourcePresentationHint;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackFramePresentationHint;

/** The newest frames of a thread in which the handler of a signal has sent it again (CPython's faulthandler): neither they nor the C library's are the crash. */
final class HandlerFrames {
    /** The helpers' name, and GDB's, for the frame that the kernel makes. */
    private static final String CALLED = "<signal handler called>";

    private static final int MOST = 30;

    private HandlerFrames() {}

    /** Makes them subtle; a handler with a source that is here is the user's, and stays. */
    static void pass(List<StackFrame> frames) {
        int called = IntStream.range(0, Math.min(MOST, frames.size()))
                .filter(index -> CALLED.equals(frames.get(index).getName()))
                .findFirst()
                .orElse(0);
        List<StackFrame> handlers = frames.subList(0, called);
        if (handlers.stream().noneMatch(HandlerFrames::hasSource)) {
            handlers.forEach(frame -> frame.setPresentationHint(StackFramePresentationHint.SUBTLE));
        }
    }

    private static boolean hasSource(StackFrame frame) {
        Source source = frame.getSource();
        return source != null
                && source.getPath() != null
                && source.getPresentationHint() != SourcePresentationHint.DEEMPHASIZE;
    }
}
