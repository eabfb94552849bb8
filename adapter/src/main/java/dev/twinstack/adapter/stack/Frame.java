package dev.twinstack.adapter.stack;

/**
 * A frame of the merged stack as later requests name it; valid until the next resume. The records have their own {@code equals} and {@code hashCode}: frames are
 * looked up by the hundred from a session's first answer on, when the JVM has not linked those that it makes for records, which is slow.
 */
public sealed interface Frame {
    /** GDB's global number of the thread. */
    int thread();

    /** GDB's level of the native frame: the frame itself, or the evaluator frame that runs the Python frame. */
    int level();

    /** A frame of native code. */
    record Native(int thread, int level) implements Frame {
        @Override
        public int hashCode() {
            return 31 * thread + level;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Native frame && frame.thread == thread && frame.level == level;
        }
    }

    /** A frame of Python code; {@code address} is that of its interpreter frame. */
    record Python(int thread, int level, String address) implements Frame {
        @Override
        public int hashCode() {
            return 31 * thread + address.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Python frame
                    && frame.thread == thread
                    && frame.level == level
                    && frame.address.equals(address);
        }
    }
}
