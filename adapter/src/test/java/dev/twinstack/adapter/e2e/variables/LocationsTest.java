package dev.twinstack.adapter.e2e.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dsl.DebugSession;
import dev.twinstack.adapter.dsl.EndToEnd;
import dev.twinstack.adapter.dsl.Frame;
import dev.twinstack.adapter.dsl.Json;
import dev.twinstack.adapter.dsl.Launch;
import dev.twinstack.adapter.dsl.OnSystemPython;
import dev.twinstack.adapter.dsl.Place;
import dev.twinstack.adapter.dsl.Python;
import dev.twinstack.adapter.dsl.Stop;
import dev.twinstack.adapter.dsl.Variable;

/** Values lead to the lines where they are defined or stand. */
@EndToEnd
class LocationsTest {
    @OnSystemPython
    void functionsAndClassesLeadToTheirDefinitions(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("places", python))) {
            Frame frame = stopped(session).stack().frame("main");
            isAt(session, frame.evaluate("decorated"), "main.py@decorated");
            isAt(session, function(frame, "bound"), "main.py@method");
            isAt(session, frame.evaluate("Shape"), "main.py@class");
            isAt(session, frame.evaluate("Shape.area"), "main.py@method");
            isAt(session, frame.local("paused"), "main.py@yield");
            assertThat(frame.local("number").hasLocation()).isFalse();
        }
    }

    @OnSystemPython
    void whatIsWrittenInCLeadsToItsFunction(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("places", python))) {
            Frame frame = stopped(session).stack().frame("main");
            isAt(session, function(frame, "built_in"), "places.c@grow");
            isAt(session, function(frame, "c_method"), "places.c@grow");
        }
    }

    @OnSystemPython
    void aPointerToAFunctionLeadsToTheFunction(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("places", python))) {
            Frame frame = stopped(session).top();
            isAt(session, frame.local("callback"), "places.c@twice");
            isAt(session, frame.evaluate("twice"), "places.c@twice");
            isAt(session, frame.local("function"), "main.py@decorated");
            assertThat(frame.local("nowhere").hasLocation()).isFalse();
            assertThat(frame.local("size").hasLocation()).isFalse();
        }
    }

    @OnSystemPython
    void referencesDieWhenTheProgramRunsOn(Python python) {
        try (DebugSession session = DebugSession.open(Launch.python("places", python))) {
            int reference = Json.integer(
                            stopped(session).top().local("callback").json(), "valueLocationReference")
                    .orElseThrow();
            session.next(session.lastStop());
            session.client()
                    .ask("locations", Json.object("locationReference", reference))
                    .refused("ask for the variables again");
        }
    }

    private static void isAt(DebugSession session, Variable variable, String fileAndMark) {
        Place place = session.program().at(fileAndMark);
        assertThat(variable.location()).as("location of %s", variable).isEqualTo(place.file() + ":" + place.line());
    }

    private static Variable function(Frame frame, String name) {
        return frame.local("function variables").child(name);
    }

    private static Stop stopped(DebugSession session) {
        session.breakAt("places.c@look");
        return session.start().stopped("breakpoint");
    }
}
