package dev.twinstack.adapter.report.run;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.CrashReader;
import dev.twinstack.adapter.report.ReportSession;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process that the supervisor has left stopped (SIGSTOP): where a signal is about to end it, of which the session's GDB hears as soon as the process
 * runs on, or wherever it was when its time was over.
 *
 * @param signal the name of that signal, or null
 */
record Stopped(long pid, String signal) {
    /** Reads it in a session of its own, which lets go of it: the signal is delivered then. Throws {@link UserError} where it cannot be attached to. */
    CrashReport report(Duration limit, boolean withLocals) {
        ProcessInfo process = new ProcessInfo(pid, command(), null, null, null, null);
        try (ReportSession session = ReportSession.open()) {
            int thread = session.attach(attributes()).getThreadId();
            return new CrashReader(session, withLocals).read(thread, reason(limit), process);
        }
    }

    private Map<String, Object> attributes() {
        return Map.of("subProcessId", pid, "stopOnEntry", signal == null);
    }

    /** Null where the session's GDB knows the signal. */
    private Reason reason(Duration limit) {
        return signal == null
                ? Reason.of(Reason.TIMEOUT, "timeout", "did not end within " + limit.toSeconds() + " seconds")
                : null;
    }

    private List<String> command() {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
            return List.of(new String(words, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
