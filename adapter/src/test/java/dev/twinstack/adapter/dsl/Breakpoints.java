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

    /** At exceptions and signals, by the names of the filters. */
    public List<Breakpoint> onExceptions(String... filters) {
        JsonObject wanted = Json.object("filters", List.of(filters));
        return Breakpoint.listOf(session.ask("setExceptionBreakpoints", wanted));
    }

    /** At those of one filter where a condition holds. */
    public List<Breakpoint> onExceptionsWhen(String filter, String condition) {
        JsonObject option = Json.object("filterId", filter, "condition", condition);
        JsonObject wanted = Json.object("filters", List.of(), "filterOptions", List.of(option));
        return Breakpoint.listOf(session.ask("setExceptionBreakpoints", wanted));
    }

    /** What {@code exceptionInfo} says of a stop, and its details. */
    public static ExceptionInfo exceptionInfo(Stop stop) {
        JsonObject thread = Json.object("threadId", stop.threadId());
        return ExceptionInfo.of(stop.session().ask("exceptionInfo", thread).body());
    }

    private List<Breakpoint> set(String request, JsonObject... wanted) {
        return Breakpoint.listOf(session.ask(request, Json.object("breakpoints", List.of(wanted))));
    }
}
