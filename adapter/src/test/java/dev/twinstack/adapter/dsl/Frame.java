package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.List;

/** A frame of a stack; texts are empty and numbers 0 when the server does not give them. */
public record Frame(
        DebugSession session,
        int id,
        String name,
        String path,
        String sourceName,
        int line,
        int column,
        int endLine,
        int endColumn,
        String hint,
        int sourceReference,
        String instruction,
        int moduleId) {
    static Frame of(DebugSession session, JsonObject json) {
        JsonObject source = Json.objectAt(json, "source");
        return new Frame(
                session,
                number(json, "id"),
                Json.text(json, "name").orElse(""),
                Json.text(source, "path").orElse(""),
                Json.text(source, "name").orElse(""),
                number(json, "line"),
                number(json, "column"),
                number(json, "endLine"),
                number(json, "endColumn"),
                Json.text(json, "presentationHint").orElse("normal"),
                number(source, "sourceReference"),
                Json.text(json, "instructionPointerReference").orElse(""),
                number(json, "moduleId"));
    }

    private static int number(JsonObject json, String name) {
        return Json.integer(json, name).orElse(0);
    }

    /** Whether the frame is part of CPython's own machinery, which clients fade. */
    public boolean isSubtle() {
        return hint.equals("subtle");
    }

    /** Whether a line of Python is shown. */
    public boolean isPython() {
        return path.endsWith(".py") || sourceName.startsWith("<");
    }

    /** The text of the source to which no path leads. */
    public String sourceText() {
        JsonObject arguments = Json.object("sourceReference", sourceReference);
        return Json.text(session.ask("source", arguments).body(), "content").orElse("");
    }

    /** The frame's scopes, in order. */
    public List<Scope> scopes() {
        JsonObject body = session.ask("scopes", Json.object("frameId", id)).body();
        return Json.list(body, "scopes", json -> Scope.of(session, json));
    }

    /** The scope of that name. */
    public Scope scope(String scopeName) {
        return scopes().stream()
                .filter(scope -> scope.name().equals(scopeName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No scope " + scopeName + " in " + this));
    }

    /** Arguments and local variables. */
    public Variables locals() {
        return scope("Locals").variables();
    }

    /** A local variable. */
    public Variable local(String variable) {
        return locals().get(variable);
    }

    /** The value of an expression, as a watch shows it. */
    public Variable evaluate(String expression) {
        return Variable.of(
                session, tryToEvaluate(expression, "watch").succeeded().body());
    }

    /** The answer to what is typed in the debug console. */
    public Variable typed(String code) {
        return Variable.of(session, tryToEvaluate(code, "repl").succeeded().body());
    }

    /** The value of an expression with its integers in hexadecimal. */
    public Variable evaluateInHex(String expression) {
        JsonObject arguments = Json.object("expression", expression, "frameId", id, "format", Json.object("hex", true));
        return Variable.of(session, session.ask("evaluate", arguments).body());
    }

    /** The whole value of an expression, as a client copies it. */
    public String copied(String expression) {
        return Json.text(tryToEvaluate(expression, "clipboard").succeeded().body(), "result")
                .orElse("");
    }

    /** The answer to an expression, good or bad; the context is DAP's: watch, repl, hover, variables, clipboard. */
    public Response tryToEvaluate(String expression, String context) {
        return session.client()
                .ask("evaluate", Json.object("expression", expression, "frameId", id, "context", context));
    }

    @Override
    public String toString() {
        String place = path.isEmpty() ? sourceName : path;
        return name + " " + place + ":" + line + (isSubtle() ? " (subtle)" : "");
    }
}
