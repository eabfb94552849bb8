package dev.twinstack.adapter.report;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;

/**
 * A report of what stands: a core file, or a process that is held for a moment. Each has a session of its own.
 *
 * @param attributes what the session takes besides, by the names of launch.json
 * @param withLocals whether variables are read
 */
public record Snapshot(Map<String, Object> attributes, boolean withLocals) {
    /** Throws {@link UserError} where it is no core file, or none that can be read here. */
    public CrashReport ofCore(String coreFile) {
        ProcessInfo process = new ProcessInfo(null, List.of(), coreFile, null, null, null);
        return read(Map.of("coreFile", coreFile), process);
    }

    /** The process goes on behind it. Throws {@link UserError} where there is none of that number, or Linux does not let us. */
    public CrashReport ofProcess(long pid) {
        return read(Map.of("processId", pid, "stopOnEntry", true), LiveProcess.info(pid));
    }

    private CrashReport read(Map<String, Object> named, ProcessInfo process) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.putAll(named);
        try (ReportSession session = ReportSession.open()) {
            StoppedEventArguments stop = session.attach(all);
            boolean ended = StoppedEventArgumentsReason.EXCEPTION.equals(stop.getReason());
            Reason reason = ended ? null : Reason.of(Reason.SNAPSHOT, "snapshot", null);
            return new CrashReader(session, withLocals).read(stop.getThreadId(), reason, process);
        }
    }
}
