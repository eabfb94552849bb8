package dev.twinstack.adapter.report.model;

import dev.twinstack.adapter.crash.Absent;
import java.util.List;

/** An argument, a local, or a part of one; value and type as the debugger shows them, both cut where they are long. */
public record Variable(String name, String value, String type, List<Variable> children) {
    public Variable {
        children = Absent.empty(children);
    }
}
