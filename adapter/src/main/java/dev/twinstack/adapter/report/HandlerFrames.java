package dev.twinstack.adapter.report;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackFramePresentationHint;

/** The newest frames of a thread in which the handler of a signal has sent it again (CPython's faulthandler), or has ended the program at a fault: they are not the crash. */
final class HandlerFrames {
    /** The helpers' name, and GDB's, for the frame that the kernel makes. */
    static final String CALLED = "<signal handler called>";

    private static final int MOST = 30;

    private HandlerFrames() {}

    /** Makes them subtle. */
    static void pass(List<StackFrame> frames) {
        int called = IntStream.range(0, Math.min(MOST, frames.size()))
                .filter(index -> CALLED.equals(frames.get(index).getName()))
                .findFirst()
                .orElse(0);
        frames.subList(0, called).forEach(frame -> frame.setPresentationHint(StackFramePresentationHint.SUBTLE));
    }
}
