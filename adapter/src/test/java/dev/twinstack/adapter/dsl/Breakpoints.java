package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The breakpoints of a session; each verb replaces all of its kind, those on lines all of their files. */
public record Breakpoints(DebugSession session) {
    public static Breakpoints of(DebugSession session) {
        return new Breakpoints(session);
    }

    /** On marked lines of the program's files. */
    List<Breakpoint> onLines(SourceBreakpoint... breakpoints) {
        Map<Path, JsonArray> byFile = new LinkedHashMap<>();
        for (SourceBreakpoint breakpoint : breakpoints) {
            Place place = session.program().at(breakpoint.fileAndMark());
            byFile.computeIfAbsent(place.file(), file -> new JsonArray()).add(breakpoint.toJson(place.line()));
        }
        return byFile.entrySet().stream()
                .flatMap(entry -> onLines(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** On no line of a file any more. */
    void clear(Path file) {
        assertThat(onLines(file, new JsonArray())).isEmpty();
    }

    private List<Breakpoint> onLines(Path file, JsonArray breakpoints) {
        JsonObject source = Json.object("name", file.getFileName().toString(), "path", file.toString());
        JsonObject arguments = Json.object("source", source, "breakpoints", breakpoints);
        List<Breakpoint> answer = Breakpoint.listOf(session.ask("setBreakpoints", arguments));
        assertThat(answer).as("one answer per breakpoint").hasSameSizeAs(breakpoints);
        return answer;
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

    /** On instructions, as DAP's InstructionBreakpoint. */
    public List<Breakpoint> onInstructions(JsonObject... instructions) {
        return set("setInstructionBreakpoints", instructions);
    }

    /** On data, as DAP's DataBreakpoint. */
    public List<Breakpoint> onData(JsonObject... data) {
        return set("setDataBreakpoints", data);
    }

    /** The answer to {@code dataBreakpointInfo}. */
    public JsonObject dataInfo(JsonObject arguments) {
        return session.ask("dataBreakpointInfo", arguments).body();
    }

    /** The {@code dataId} of an expression in a frame. */
    public String dataId(Frame frame, String expression) {
        JsonObject info = dataInfo(Json.object("name", expression, "frameId", frame.id()));
        return Json.text(info, "dataId").orElseThrow(() -> new AssertionError("not to be watched: " + info));
    }

    /** The answer to {@code breakpointLocations}, for one of the program's files. */
    public List<Integer> linesWithCode(String file, int line, int endLine) {
        JsonObject source = Json.object("path", session.program().file(file).toString());
        JsonObject wanted = Json.object("source", source, "line", line, "endLine", endLine);
        return Json.list(
                session.ask("breakpointLocations", wanted).body(),
                "breakpoints",
                each -> each.get("line").getAsInt());
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
