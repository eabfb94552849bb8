package dev.twinstack.adapter.dsl;

import com.google.gson.JsonObject;
import java.util.List;

/** The variables of a scope, or the children of a variable, in the order in which the server gave them. */
public record Variables(List<Variable> all) {
    /** The variables in the body of a response. */
    public static Variables in(DebugSession session, JsonObject body) {
        return new Variables(Json.list(body, "variables", json -> Variable.of(session, json)));
    }

    /** The variable of that name. */
    public Variable get(String name) {
        return all.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No variable " + name + " among " + all));
    }

    /** The names, in order. */
    public List<String> names() {
        return all.stream().map(Variable::name).toList();
    }

    /** The values, in order. */
    public List<String> values() {
        return all.stream().map(Variable::value).toList();
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }
}
