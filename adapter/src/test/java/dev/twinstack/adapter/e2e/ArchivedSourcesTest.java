package dev.twinstack.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;

/** Python files that lie inside an archive, from which Python imports them. */
@EndToEnd
class ArchivedSourcesTest {
    @OnSystemPython
    void aFileInsideAnArchiveIsGivenToTheClient(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("archived", python))) {
            session.breakAt("archived.c@stop");
            Stop stop = session.start().stopped("breakpoint");
            JsonObject frame = stopped(session, stop);
            JsonObject source = frame.getAsJsonObject("source");
            assertThat(source.has("path")).isFalse();
            assertThat(source.get("name").getAsString()).isEqualTo("worker.py");
            assertThat(source.get("origin").getAsString()).endsWith("/modules.zip/worker.py");
            int reference = source.get("sourceReference").getAsInt();
            String text = session.ask("source", Json.object("sourceReference", reference))
                    .body()
                    .get("content")
                    .getAsString();
            assertThat(text.lines().toList().get(frame.get("line").getAsInt() - 1))
                    .contains("archived.stop()");
            session.client().ask("source", Json.object("sourceReference", 987)).refused("987");
            session.resume(stop);
            session.exited(0);
        }
    }

    private static JsonObject stopped(DebugSession session, Stop stop) {
        JsonObject frames = session.ask("stackTrace", Json.object("threadId", stop.threadId()))
                .body();
        for (int index = 0; index < frames.getAsJsonArray("stackFrames").size(); index++) {
            JsonObject frame = frames.getAsJsonArray("stackFrames").get(index).getAsJsonObject();
            if (frame.get("name").getAsString().equals("work")) {
                return frame;
            }
        }
        throw new AssertionError("No frame work in " + frames);
    }
}
