package dev.twinstack.adapter.e2e.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;

/** Python files that lie inside an archive, from which Python imports them. */
@EndToEnd
class ArchivedSourcesTest {
    @OnSystemPython
    void aFileInsideAnArchiveIsGivenToTheClient(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("archived", python))) {
            Stop stop = stop(session);
            JsonObject frame = stopped(session, stop);
            JsonObject source = frame.getAsJsonObject("source");
            assertThat(source.has("path")).isFalse();
            assertThat(source.get("name").getAsString()).isEqualTo("worker.py");
            assertThat(source.get("origin").getAsString()).endsWith("/modules.zip/worker.py");
            assertThat(line(session, frame)).contains("archived.stop()");
            session.client().ask("source", Json.object("sourceReference", 987)).refused("987");
            session.resume(stop);
            session.exited(0);
        }
    }

    @OnSystemPython
    void functionsAndClassesOfAnArchiveLeadIntoIt(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("archived", python))) {
            Frame frame = stop(session).stack().frame("work");
            assertThat(definition(session, frame.evaluate("work"))).isEqualTo("def work():");
            assertThat(definition(session, frame.evaluate("Worker"))).isEqualTo("class Worker:");
        }
    }

    private static Stop stop(DebugSession session) {
        session.breakAt("archived.c@stop");
        return session.start().stopped("breakpoint");
    }

    private static String definition(DebugSession session, Variable value) {
        int reference = value.json().get("valueLocationReference").getAsInt();
        return line(
                session,
                session.ask("locations", Json.object("locationReference", reference))
                        .body());
    }

    /** The text of the line of a frame or a location, as the server gives the source. */
    private static String line(DebugSession session, JsonObject place) {
        int reference = place.getAsJsonObject("source").get("sourceReference").getAsInt();
        String text = session.ask("source", Json.object("sourceReference", reference))
                .body()
                .get("content")
                .getAsString();
        return text.lines().toList().get(place.get("line").getAsInt() - 1);
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
