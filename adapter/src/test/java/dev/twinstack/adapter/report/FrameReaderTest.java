package dev.twinstack.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.report.model.FrameReport;
import java.util.List;
import org.eclipse.lsp4j.debug.Module;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.StackFrame;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    @Test
    void functionsOfPythonsHeadersAreMachinery() {
        List<StackFrame> frames = List.of(
                frame("Py_TYPE", "/usr/include/python3.11d/object.h"),
                frame("shout", "/work/include/shop.c"),
                frame("PyBytes_AS_STRING", "/opt/include/python3.13t/cpython/bytesobject.h"));
        List<FrameReport> read = new FrameReader(new Module[0], new VariableReader(null, 0))
                .ask(frames, true)
                .get();
        assertThat(read).extracting(FrameReport::subtle).containsExactly(true, false, true);
    }

    private static StackFrame frame(String name, String path) {
        Source source = new Source();
        source.setPath(path);
        StackFrame frame = new StackFrame();
        frame.setName(name);
        frame.setSource(source);
        frame.setLine(1);
        frame.setInstructionPointerReference("0x1000");
        return frame;
    }
}
