package dev.twinstack.mi;

import java.util.Objects;

/**
 * One {@code name=value} of a tuple, of a list of results, or of a record.
 *
 * @param name the name as printed, or null where GDB printed a value alone
 * @param value the value
 */
public record MiField(String name, MiValue value) {
    public MiField {
        Objects.requireNonNull(value, "value");
    }

    boolean isNamed(String wanted) {
        return wanted.equals(name);
    }
}
