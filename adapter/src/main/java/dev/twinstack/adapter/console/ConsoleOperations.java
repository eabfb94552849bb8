package dev.twinstack.adapter.console;

import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.adapter.stack.Frame;
import java.util.concurrent.CompletableFuture;

/** The helpers' operations for what a user types as in GDB. */
record ConsoleOperations(Helpers helpers) {
    /** What a command such as {@code py-print self} says in a frame. */
    String console(Frame frame, String command) {
        String address = frame instanceof Frame.Python python ? python.address() : null;
        ConsoleCommand typed = new ConsoleCommand(frame.thread(), frame.level(), address, command);
        return helpers.call("console", typed, Text.class).text();
    }

    private record ConsoleCommand(int thread, int level, String frame, String command) {}

    private record Text(String text) {}

    /** Tells the helpers whether commands follow that the user has typed: these show a {@code PyObject *} as its Python value, and some are refused. */
    CompletableFuture<TypedCommands> typedCommands(boolean enabled, Frame frame) {
        return helpers.send("typed-commands", new Enabled(enabled, frame.thread()), TypedCommands.class);
    }

    private record Enabled(boolean enabled, int thread) {}

    /** {@code moved}: whether the frame's thread stands in another frame since they were enabled, although it has not run: one was popped. */
    record TypedCommands(boolean moved) {}

    /** Tells the helpers whether commands of the launch configuration follow, of which the same ones are refused. */
    CompletableFuture<?> configuredCommands(boolean enabled) {
        return helpers.send("configured-commands", new Configured(enabled));
    }

    private record Configured(boolean enabled) {}
}
