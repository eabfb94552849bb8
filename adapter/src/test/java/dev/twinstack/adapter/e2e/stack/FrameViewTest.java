package dev.twinstack.adapter.e2e.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stack is shown whole, or one side of it. */
@EndToEnd
class FrameViewTest {
    @OnSystemPython
    void theFramesOfOneSideAreShown(Python python) {
        Launch launch = Launch.python("callback", python).with("frameView", "python");
        try (DebugSession session = DebugSession.open(launch)) {
            session.breakAt("callback.c@leaf");
            Stop stop = session.start().stopped("breakpoint");
            assertThat(stop.stack().frames()).allMatch(Frame::isPython);
            assertThat(names(stop.stack().frames())).containsExactly("inner", "outer", "main", "<module>");
            assertThat(inPagesOfOne(stop)).isEqualTo(names(stop.stack().frames()));
            assertThat(stop.stack().frame("inner").local("items").value()).startsWith("[");
            show(session, "native");
            List<Frame> natives = stop.stack().frames();
            assertThat(natives).noneMatch(Frame::isPython);
            assertThat(names(natives)).startsWith("leaf").contains("call");
            show(session, "merged");
            assertThat(names(stop.stack().visible())).startsWith("leaf", "inner", "call", "outer");
            session.next(stop);
        }
    }

    @Test
    void aThreadWithoutPythonIsShownInAnyView() {
        try (DebugSession session =
                DebugSession.open(Launch.executable("native").with("frameView", "python"))) {
            session.breakAt("main.c@visit");
            assertThat(session.start().stopped("breakpoint").top().name()).isEqualTo("visit");
            session.client()
                    .ask("twinstack.frameView", Json.object("view", "both"))
                    .refused("'frameView' must be");
        }
    }

    private static void show(DebugSession session, String view) {
        session.ask("twinstack.frameView", Json.object("view", view));
        session.client().event("invalidated");
    }

    private static List<String> inPagesOfOne(Stop stop) {
        List<String> names = new ArrayList<>();
        for (List<Frame> page = stop.stack(0, 1).frames(); !page.isEmpty(); ) {
            names.addAll(names(page));
            page = stop.stack(names.size(), 1).frames();
        }
        return names;
    }

    private static List<String> names(List<Frame> frames) {
        return frames.stream().map(Frame::name).toList();
    }
}
