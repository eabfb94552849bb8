package dev.twinstack.adapter.report.run;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.CrashReader;
import dev.twinstack.adapter.report.ReportSession;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import java.io.IOException;
import java.math.BigDecimal;
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
 * @param code what the kernel said of its cause (sigaction(2), {@code si_code})
 * @param sender the process that has sent it, where the kernel has not
 */
record Stopped(long pid, String signal, int code, long sender) {
    private static final List<String> FAULTS = List.of("SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE");

    /** Of a line of the supervisor, {@code crash PID SIGNAL CODE SENDER} or {@code hang PID}. */
    static Stopped of(String line) {
        String[] words = line.split(" ");
        return words[0].equals("hang")
                ? new Stopped(Long.parseLong(words[1]), null, 0, 0)
                : new Stopped(Long.parseLong(words[1]), words[2], Integer.parseInt(words[3]), Long.parseLong(words[4]));
    }

    /** Reads it in a session of its own, which lets go of it: the signal is delivered then. Throws {@link UserError} where it cannot be attached to. */
    CrashReport report(Duration limit, boolean withLocals) {
        ProcessInfo process = new ProcessInfo(pid, command(), null, null, null, null);
        try (ReportSession session = ReportSession.open()) {
            int thread = session.attach(attributes()).getThreadId();
            if (signal != null && !(code > 0 && FAULTS.contains(signal))) {
                // the supervisor has sent it again
                session.command("set variable $_siginfo.si_code = " + code);
                session.command("set variable $_siginfo._sifields._kill.si_pid = " + sender);
            }
            return new CrashReader(session, withLocals).read(thread, reason(limit), process);
        }
    }

    private Map<String, Object> attributes() {
        return signal == null
                ? Map.of("subProcessId", pid, "stopOnEntry", true)
                : Map.of("subProcessId", pid, "preRunCommands", List.of("handle " + signal + " stop print pass"));
    }

    /** Null where the session's GDB knows the signal. */
    private Reason reason(Duration limit) {
        return signal == null
                ? Reason.of(Reason.TIMEOUT, "timeout", "did not end within " + seconds(limit) + " seconds")
                : null;
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
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
