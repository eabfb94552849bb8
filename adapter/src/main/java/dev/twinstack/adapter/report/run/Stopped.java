package dev.twinstack.adapter.report.run;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.CrashReader;
import dev.twinstack.adapter.report.LiveProcess;
import dev.twinstack.adapter.report.ReportSession;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that the supervisor has left stopped (SIGSTOP): either because a signal is about to end it, which the session's GDB sees as soon as the process
 * runs on, or because its time is over.
 *
 * @param signal the name of that signal; null when the time is over
 * @param number the signal's number
 * @param code the kernel's code for its cause (sigaction(2), {@code si_code})
 * @param sender the process that has sent it, unless the kernel has
 */
record Stopped(long pid, String signal, int number, int code, long sender) {
    private static final Logger LOG = LoggerFactory.getLogger(Stopped.class);
    /** What a shell adds to the number of the signal that has ended a process. */
    private static final int BY_SIGNAL = 128;

    private static final List<String> FAULTS = List.of("SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE");

    /** Reads a line of the supervisor, {@code crash PID SIGNAL NUMBER CODE SENDER} or {@code hang PID}. */
    static Stopped of(String line) {
        String[] words = line.split(" ");
        long pid = Long.parseLong(words[1]);
        return words[0].equals("hang")
                ? new Stopped(pid, null, 0, 0, 0)
                : new Stopped(
                        pid,
                        words[2],
                        Integer.parseInt(words[3]),
                        Integer.parseInt(words[4]),
                        Long.parseLong(words[5]));
    }

    /** Makes the report in a session of its own. When that lets go of the process, the signal is delivered. Throws {@link UserError} when it cannot be attached to. */
    CrashReport report(Reporting.Options options) {
        ProcessInfo found = LiveProcess.info(pid);
        ProcessInfo process = signal == null ? found : found.exited(BY_SIGNAL + number);
        try (ReportSession session = ReportSession.open()) {
            int thread = session.attach(attributes(options.attributes())).getThreadId();
            if (signal != null && !(code > 0 && FAULTS.contains(signal))) {
                tellSender(session);
            }
            return new CrashReader(session, options.withLocals()).read(thread, reason(options.limit()), process);
        }
    }

    /** Tells GDB who sent a signal first that the supervisor has sent again. A GDB that refuses this names the supervisor as the sender. */
    private void tellSender(ReportSession session) {
        try {
            session.command("set variable $_siginfo.si_code = " + code);
            session.command("set variable $_siginfo._sifields._kill.si_pid = " + sender);
        } catch (UserError refused) {
            LOG.warn("The cause of {} of process {} is not known to GDB", signal, pid, refused);
        }
    }

    private Map<String, Object> attributes(Map<String, Object> wanted) {
        Map<String, Object> all = new HashMap<>(wanted);
        all.put("subProcessId", pid);
        all.put("stopOnEntry", signal == null);
        all.put("preRunCommands", signal == null ? List.of() : List.of("?handle " + signal + " stop print pass"));
        return all;
    }

    /** The time that is over; null for a signal, which the session's GDB knows. */
    private Reason reason(Duration limit) {
        return signal == null
                ? Reason.of(Reason.TIMEOUT, "timeout", "did not end within " + seconds(limit) + " seconds")
                : null;
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
