package dev.twinstack.adapter.report;

import dev.twinstack.adapter.core.CoreFile;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.ProcessInfo;
import dev.twinstack.adapter.report.model.Reason;
import java.nio.file.Path;
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
    private static final int SIGNALLED = 128; // sh(1), of a program that a signal has ended

    /** The report of a core file. Throws {@link UserError} when it is none, or cannot be read here. */
    public CrashReport ofCore(String coreFile) {
        return read(Map.of("coreFile", coreFile), ended(coreFile));
    }

    /** What the core file's notes tell of the process; nothing if it is packed or elsewhere. */
    private static ProcessInfo ended(String coreFile) {
        try {
            CoreFile core = CoreFile.read(Path.of(coreFile));
            Long pid = core.pid() == 0 ? null : core.pid();
            List<String> command = core.commandLine().isEmpty()
                    ? List.of()
                    : List.of(core.commandLine().split(" +"));
            Integer status = core.signal() == 0 ? null : Integer.valueOf(SIGNALLED + core.signal());
            return new ProcessInfo(pid, command, coreFile, null, status, null);
        } catch (UserError unread) {
            return new ProcessInfo(null, List.of(), coreFile, null, null, null);
        }
    }

    /** The report of a process, which goes on afterwards. Throws {@link UserError} when there is none of that number, or Linux does not let it be attached to. */
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
