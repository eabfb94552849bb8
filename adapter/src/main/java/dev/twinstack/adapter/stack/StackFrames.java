package dev.twinstack.adapter.stack;

import dev.twinstack.adapter.client.ClientFormat;
import java.util.function.Function;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackFramePresentationHint;

/** One frame of the merged stack as the client shows it. */
final class StackFrames {
    private final FrameIds ids;
    private final ClientFormat format;
    private final Sources sources;
    private final Function<String, Integer> moduleIds;

    StackFrames(FrameIds ids, ClientFormat format, Sources sources, Function<String, Integer> moduleIds) {
        this.ids = ids;
        this.format = format;
        this.sources = sources;
        this.moduleIds = moduleIds;
    }

    StackFrame show(int thread, HelperFrame frame, FrameName name) {
        StackFrame shown = frame.isPython() ? python(thread, frame) : nativeFrame(thread, frame);
        shown.setName(name.name(frame));
        return shown;
    }

    static Frame frame(int thread, HelperFrame frame) {
        return frame.isPython()
                ? new Frame.Python(thread, frame.level(), frame.frame())
                : new Frame.Native(thread, frame.level());
    }

    private StackFrame python(int thread, HelperFrame frame) {
        StackFrame shown = new StackFrame();
        shown.setId(ids.idOf(frame(thread, frame)));
        shown.setSource(sources.of(frame.file()));
        showLine(shown, frame.line());
        if (frame.line() != null && frame.column() != null) {
            showColumns(shown, frame);
        }
        if (frame.ofLibrary()) {
            shown.setPresentationHint(StackFramePresentationHint.SUBTLE);
        }
        return shown;
    }

    private void showColumns(StackFrame shown, HelperFrame frame) {
        String file = frame.file();
        shown.setColumn(format.column(sources.column(file, frame.line(), frame.column())));
        if (frame.endLine() != null && frame.endColumn() != null) {
            shown.setEndLine(format.line(frame.endLine()));
            shown.setEndColumn(format.column(sources.column(file, frame.endLine(), frame.endColumn())));
        }
    }

    private StackFrame nativeFrame(int thread, HelperFrame frame) {
        StackFrame shown = new StackFrame();
        shown.setId(ids.idOf(frame(thread, frame)));
        shown.setInstructionPointerReference(frame.pc());
        shown.setModuleId(moduleIds.apply(frame.library()));
        Source source = frame.file() == null ? new Source() : sources.of(frame.file());
        if (source.getPath() == null && source.getSourceReference() == null) {
            shown.setSource(sources.disassembled(frame));
            showLine(shown, DisassembledSources.LINE);
        } else {
            shown.setSource(source);
            showLine(shown, frame.line());
        }
        if (frame.subtle()) {
            shown.setPresentationHint(StackFramePresentationHint.SUBTLE);
        }
        return shown;
    }

    private void showLine(StackFrame shown, Integer line) {
        if (line != null) {
            shown.setLine(format.line(line));
            shown.setColumn(format.column(0));
        }
    }
}
