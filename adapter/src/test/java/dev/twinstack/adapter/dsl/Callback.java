package dev.twinstack.adapter.dsl;

/** The test program {@code callback}: Python calls C, which calls Python back, which calls C again. */
public final class Callback {
    private Callback() {}

    /** The frames in which it stands at {@code callback.c@leaf}, the newest first. */
    public static FramePattern[] atLeaf(TestProgram callback) {
        return new FramePattern[] {
            callback.frame("leaf", "callback.c@leaf"),
            callback.frame("inner", "main.py@inner"),
            callback.frame("call", "callback.c@call"),
            callback.frame("outer", "main.py@outer"),
            callback.frame("main", "main.py@main"),
            callback.frame("<module>", "main.py@module")
        };
    }
}
