package dev.twinstack.adapter.stack;

/** A frame of the merged stack as later requests name it; valid until the next resume. */
public sealed interface Frame {
    /** GDB's global number of the thread. */
    int thread();

    /** GDB's level of the native frame: the frame itself, or the evaluator frame that runs the Python frame. */
    int level();

    /** A frame of native code. */
    record Native(int thread, int level) implements Frame {}

    /** A frame of Python code; {@code address} is that of its interpreter frame. */
    record Python(int thread, int level, String address) implements Frame {}
}
