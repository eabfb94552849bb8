package dev.twinstack.adapter.report.model;

import dev.twinstack.adapter.crash.Absent;
import dev.twinstack.adapter.crash.CrashFacts;
import java.util.List;
import java.util.Map;

/**
 * The process that the report is of.
 *
 * @param pid null where it is not known
 * @param command as it was started, the program first; empty where it is not known
 * @param core path of the core file that all was read from, or null
 * @param environment null where it is not known
 * @param exitStatus as a shell has it, 128 and the signal's number; null where the process goes on or nobody waited for it
 * @param test the test that ran, as the test runner names it, or null
 */
public record ProcessInfo(
        Long pid, List<String> command, String core, Map<String, String> environment, Integer exitStatus, String test) {
    public ProcessInfo {
        command = Absent.empty(command);
    }

    /** The same process, once it has ended. */
    public ProcessInfo exited(int status) {
        return new ProcessInfo(pid, command, core, environment, status, test);
    }

    /** The same process, with what its memory tells besides. */
    public ProcessInfo with(CrashFacts facts) {
        Map<String, String> known = environment == null ? facts.environment() : environment;
        return new ProcessInfo(pid, command, core, known, exitStatus, facts.test());
    }
}
