package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import java.util.List;

/** The helpers' operations that complete what is typed in the debug console. */
record CompletionOperations(Helpers helpers) {
    /** For an expression up to the caret: names that the frame sees, or what the value before it has. */
    Found expression(Frame frame, String text) {
        String address = frame instanceof Frame.Python python ? python.address() : null;
        Typed typed = new Typed(frame.thread(), frame.level(), text, address);
        return helpers.call("completions", typed, Found.class);
    }

    private record Typed(int thread, int level, String text, String frame) {}

    /** For a command of GDB up to the caret: whole commands. */
    Found command(Frame frame, String text) {
        Command typed = new Command(frame.thread(), frame.level(), text);
        return helpers.call("command-completions", typed, Found.class);
    }

    private record Command(int thread, int level, String text) {}

    /** {@code length}: how many characters, as code points, before the caret an item replaces. */
    record Found(List<Item> items, int length) {}

    /** {@code type}: a word of DAP's CompletionItemType. */
    record Item(String label, String type) {}
}
