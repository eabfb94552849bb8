package dev.twinstack.adapter.dsl;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Going back along a recording. */
public final class Backwards {
    private Backwards() {}

    /** Skips the test where GDB hangs on its way back. */
    public static void assumePossible() {
        assumeFalse(hangs(), "GDB before 14 hangs when they go backwards on processors with AMX");
    }

    /** Whether the machine's GDB hangs on its way back. */
    public static boolean hangs() {
        boolean old = Commands.run("gdb", "--version").matches("(?s)GNU gdb [^\n]* 1[0-3]\\.\\d+.*");
        return old && cpu().contains(" amx_tile ");
    }

    private static String cpu() {
        try {
            return java.nio.file.Files.readString(Path.of("/proc/cpuinfo"));
        } catch (IOException e) {
            throw new UncheckedIOException("The processor is not known.", e);
        }
    }

    /** Waits until the server says whether it goes backwards from now on. */
    public static boolean isOffered(DebugSession session) {
        Event event = session.client()
                .event(
                        "capabilities",
                        told -> Json.objectAt(told.body(), "capabilities").has("supportsStepBack"));
        return Json.flag(Json.objectAt(event.body(), "capabilities"), "supportsStepBack");
    }

    /** Goes back, by a step or all the way; returns the stop, which has this reason. */
    public static Stop back(Stop stop, String command, String reason) {
        stop.session().ask(command, Stepping.thread(stop));
        return stop.session().stopped(reason);
    }
}
