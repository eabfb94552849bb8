package dev.twinstack.adapter.execution.steps;

/** A call that a line is still to make, which can be stepped into past the others. */
public sealed interface Call {
    /** What it calls, as the client sees it. */
    String name();

    /** A call in native code: {@code target} is the address of the function, {@code after} the address behind the call. */
    record Native(String name, String target, String after) implements Call {}

    /** A call in a frame of Python: the offsets of its instructions in the code, from {@code begin} to before {@code end}. */
    record Python(String name, int begin, int end) implements Call {}
}
