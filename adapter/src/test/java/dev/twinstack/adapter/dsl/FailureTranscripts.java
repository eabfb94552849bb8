package dev.twinstack.adapter.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Prints the DAP messages and the end of the GDB/MI transcript of every session of a test that failed. */
public final class FailureTranscripts implements BeforeEachCallback, AfterEachCallback {
    private static final int MI_LINES = 80;
    private static final ThreadLocal<List<DebugSession>> SESSIONS = ThreadLocal.withInitial(ArrayList::new);

    static void add(DebugSession session) {
        SESSIONS.get().add(session);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SESSIONS.get().clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException()
                .filter(thrown -> !(thrown instanceof TestAbortedException))
                .isPresent()) {
            SESSIONS.get().forEach(session -> print(context.getDisplayName(), session));
        }
        SESSIONS.get().clear();
    }

    private static void print(String test, DebugSession session) {
        System.err.println("=== " + test + ": DAP");
        System.err.println(session.client().recording().text());
        System.err.println("=== " + test + ": end of GDB/MI");
        tail(session.logFile()).forEach(System.err::println);
    }

    private static List<String> tail(Path file) {
        if (!Files.exists(file)) {
            return List.of("(no transcript was written)");
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(Math.max(0, lines.size() - MI_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(the transcript could not be read: " + e + ")");
        }
    }
}
