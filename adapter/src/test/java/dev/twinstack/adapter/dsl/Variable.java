package dev.twinstack.adapter.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;

/** A variable, or the result of an expression; numbers of children are 0 when the server does not say. */
public record Variable(DebugSession session, String name, String value, String type, int reference, JsonObject json) {
    static Variable of(DebugSession session, JsonObject json) {
        String value =
                Json.text(json, "value").or(() -> Json.text(json, "result")).orElse("");
        return new Variable(
                session,
                Json.text(json, "name").orElse(""),
                value,
                Json.text(json, "type").orElse(""),
                Json.integer(json, "variablesReference").orElse(0),
                json);
    }

    /** This variable, whose value reads so. */
    public Variable is(String expected) {
        assertThat(value).as("value of %s", name).isEqualTo(expected);
        return this;
    }

    /** This variable, whose value has these words in it. */
    public Variable says(String... words) {
        assertThat(value).as("value of %s", name).contains(words);
        return this;
    }

    /** This variable, which has this type. */
    public Variable hasType(String expected) {
        assertThat(type).as("type of %s", name).isEqualTo(expected);
        return this;
    }

    /** This variable, which nothing opens from. */
    public Variable isLeaf() {
        assertThat(reference).as("reference of %s = %s", name, value).isZero();
        return this;
    }

    /** The number of items that may be asked for in pages. */
    public int indexed() {
        return Json.integer(json, "indexedVariables").orElse(0);
    }

    /** The file and line where the value is defined or stands, written {@code file:line}. */
    public String location() {
        JsonObject body = session.ask(
                        "locations",
                        Json.object(
                                "locationReference",
                                Json.integer(json, "valueLocationReference")
                                        .orElseThrow(() -> new AssertionError("No location of " + this))))
                .body();
        return Json.text(Json.objectAt(body, "source"), "path").orElse("") + ":"
                + Json.integer(body, "line").orElse(0);
    }

    /** Whether the server offers a location. */
    public boolean hasLocation() {
        return Json.integer(json, "valueLocationReference").isPresent();
    }

    /** The expression that gives this variable again; empty when there is none. */
    public String evaluateName() {
        return Json.text(json, "evaluateName").orElse("");
    }

    /** Where the value is in memory, or where it points to; empty when the server does not say. */
    public String memoryReference() {
        return Json.text(json, "memoryReference").orElse("");
    }

    /** The word for VS Code's context menu; empty when the server does not say. */
    public String menuContext() {
        return Json.text(json, "__vscodeVariableMenuContext").orElse("");
    }

    /** What opens from this variable. */
    public Variables children() {
        assertThat(reference).as("reference of %s = %s", name, value).isPositive();
        return session.variables(Json.object("variablesReference", reference));
    }

    /** What opens from this variable, integers in hexadecimal. */
    public Variables childrenInHex() {
        return session.variables(Json.object("variablesReference", reference, "format", Json.object("hex", true)));
    }

    /** Some of the items that open from this variable. */
    public Variables items(int start, int count) {
        return session.variables(
                Json.object("variablesReference", reference, "filter", "indexed", "start", start, "count", count));
    }

    /** One of the children. */
    public Variable child(String childName) {
        return children().get(childName);
    }

    @Override
    public String toString() {
        return name + " = " + value + " (" + type + ")";
    }
}
