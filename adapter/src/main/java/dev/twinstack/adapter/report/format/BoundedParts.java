package dev.twinstack.adapter.report.format;

import java.util.StringJoiner;

/** Parts of a document with an empty line between them, as many as there is room for. */
final class BoundedParts {
    private final StringJoiner text = new StringJoiner("\n\n");
    private final int most;
    private int leftOut;

    /** {@code most}: characters for the parts that may be left out. */
    BoundedParts(int most) {
        this.most = most;
    }

    /** Adds a part that must be there. */
    void add(String part) {
        text.add(part);
    }

    /** Adds a part where there is room for it. */
    void offer(String part) {
        if (text.length() + part.length() > most) {
            leftOut++;
        } else {
            text.add(part);
        }
    }

    /** How many parts were left out. */
    int leftOut() {
        return leftOut;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
