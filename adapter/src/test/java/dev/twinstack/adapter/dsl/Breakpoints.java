package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** The breakpoints of a session that are on no line of a source; each verb replaces all of its kind. */
public record Breakpoints(DebugSession session) {
    public static Breakpoints of(DebugSession session) {
        return new Breakpoints(session);
    }

    /** On functions, by name. */
    public List<Breakpoint> onFunctions(String... names) {
        return onFunctions(
                Arrays.stream(names).map(name -> Json.object("name", name)).toArray(JsonObject[]::new));
    }

    /** On functions, as DAP's FunctionBreakpoint. */
    public List<Breakpoint> onFunctions(JsonObject... functions) {
        return set("setFunctionBreakpoints", functions);
    }

    private List<Breakpoint> set(String request, JsonObject... wanted) {
        return Breakpoint.listOf(session.ask(request, Json.object("breakpoints", List.of(wanted))));
    }
}
