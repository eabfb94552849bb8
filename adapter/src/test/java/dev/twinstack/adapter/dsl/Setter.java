package dev.twinstack.adapter.dsl;

/** Sets values as a client does: variables among those that it was shown, and expressions. */
public record Setter(Frame frame) {
    /** Sets a local variable; gives it as the answer shows it. */
    public Variable local(String name, String value) {
        return of(tryToSetLocal(name, value).succeeded());
    }

    /** Sets a child of a variable; gives it as the answer shows it. */
    public Variable child(Variable parent, String name, String value) {
        return of(set(parent.reference(), name, value).succeeded());
    }

    /** Sets an expression; gives it as the answer shows it. */
    public Variable expression(String expression, String value) {
        return of(tryToSetExpression(expression, value).succeeded());
    }

    /** The answer to setting a local variable, good or bad. */
    public Response tryToSetLocal(String name, String value) {
        return tryToSet("Locals", name, value);
    }

    /** The answer to setting a variable of a scope, good or bad. */
    public Response tryToSet(String scope, String name, String value) {
        return set(frame.scope(scope).reference(), name, value);
    }

    /** The answer to setting an expression, good or bad. */
    public Response tryToSetExpression(String expression, String value) {
        return frame.session()
                .client()
                .ask("setExpression", Json.object("expression", expression, "value", value, "frameId", frame.id()));
    }

    private Response set(int reference, String name, String value) {
        return frame.session()
                .client()
                .ask("setVariable", Json.object("variablesReference", reference, "name", name, "value", value));
    }

    private Variable of(Response response) {
        return Variable.of(frame.session(), response.body());
    }
}
