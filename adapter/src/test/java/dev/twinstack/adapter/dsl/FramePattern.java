package dev.twinstack.adapter.dsl;

/** A frame as a test expects it; a null file or a line 0 fits any. */
public record FramePattern(String name, String file, int line) {
    /** A frame of that name, wherever it is. */
    public static FramePattern called(String name) {
        return new FramePattern(name, null, 0);
    }

    /** Whether a frame is as expected. */
    public boolean fits(Frame frame) {
        return name.equals(frame.name())
                && (file == null || file.equals(frame.path()))
                && (line == 0 || line == frame.line());
    }

    @Override
    public String toString() {
        return name + (file == null ? "" : " " + file) + (line == 0 ? "" : ":" + line);
    }
}
