package dev.twinstack.adapter.attach;

import java.util.Optional;
import java.util.Set;

/**
 * Who may attach to whom, by the rules of Linux (ptrace(2), "Ptrace access mode checking"; Documentation/admin-guide/LSM/Yama.rst), as
 * sentences for the user. Reads nothing itself: everything that decides is passed in.
 *
 * @param self the debugger, whose user and capabilities GDB shares
 * @param ancestors the processes that have started the debugger
 * @param yama {@code kernel.yama.ptrace_scope}: 0 the classic rules, 1 only ancestors of a process, 2 only with CAP_SYS_PTRACE, 3 nobody;
 *     0 too where Linux has no Yama
 */
record Ptrace(ProcessStatus self, Set<Long> ancestors, int yama) {
    private static final int CAP_SYS_PTRACE = 19;
    private static final int ANCESTORS_ONLY = 1;
    private static final int PRIVILEGED_ONLY = 2;
    private static final int NOBODY = 3;

    private static final String PRIVILEGE =
            "run Twinstack as root ('sudo'), or in a container that was started with 'docker run --cap-add=SYS_PTRACE'";

    /** Why it is certain that nobody can attach to the process from here, as a whole sentence; empty when it is worth a try. */
    Optional<String> refusal(ProcessStatus process) {
        return Optional.ofNullable(impossible(process)).or(() -> Optional.ofNullable(forbidden(process)));
    }

    private String impossible(ProcessStatus process) {
        if (process.process() != process.pid()) {
            return process.pid() + " is a thread of the process " + process.process() + "; attach to "
                    + process.process() + ".";
        }
        if (process.pid() == self.pid()) {
            return "The process " + process.pid() + " is Twinstack itself; choose another.";
        }
        if (ancestors.contains(process.pid())) {
            return "The " + process + " has started Twinstack, and would wait for ever for the debugger that stops it;"
                    + " choose another.";
        }
        if (process.isEnded()) {
            return "The " + process + " has ended, and only waits for its parent, the process " + process.parent()
                    + ", to take note of it; choose another.";
        }
        if (process.kernel()) {
            return "The " + process + " is a thread of the kernel, which is no program to debug; choose another.";
        }
        return process.tracer() == 0
                ? null
                : "The " + process + " is traced by the process " + process.tracer()
                        + " already, and Linux allows one tracer only; end that one first.";
    }

    private String forbidden(ProcessStatus process) {
        if (yama >= NOBODY) {
            return "Linux lets nobody debug a process here (kernel.yama.ptrace_scope is 3, which only a new start of the"
                    + " machine can change): set it to 0 or 1 in /etc/sysctl.d, and start the machine anew.";
        }
        if (isPrivileged()) {
            return null;
        }
        if (!process.users().equals(self.users()) || !process.groups().equals(self.groups())) {
            return "The " + process + " runs as the user or group " + process.users() + "/" + process.groups()
                    + ", and Twinstack as " + self.users() + "/" + self.groups()
                    + ", which may not debug it: start Twinstack as that user, or " + PRIVILEGE + ".";
        }
        if (!process.users().contains(process.owner())) {
            return "The " + process
                    + " has shut debuggers out: it called prctl(PR_SET_DUMPABLE, 0), or its executable has"
                    + " privileges or cannot be read. To debug it all the same, " + PRIVILEGE + ".";
        }
        if ((process.permitted() & ~self.permitted()) != 0) {
            return "The " + process + " has capabilities that Twinstack has not, and may not debug it: " + PRIVILEGE
                    + ".";
        }
        return yama == PRIVILEGED_ONLY
                ? "Linux lets only processes with CAP_SYS_PTRACE attach to others here (kernel.yama.ptrace_scope is 2): "
                        + PRIVILEGE + ", or run 'sudo sysctl kernel.yama.ptrace_scope=0'."
                : null;
    }

    /** Why no child of a program can be debugged by another debugger than the program's own; empty when it can. */
    Optional<String> refusalOfChildren() {
        return yama < ANCESTORS_ONLY || yama < NOBODY && isPrivileged()
                ? Optional.empty()
                : Optional.of(
                        "The program's children run free: 'subProcess' gives each a debugger of its own, and Linux"
                                + " lets only a process's ancestors attach to it here (kernel.yama.ptrace_scope is "
                                + yama
                                + "). Run 'sudo sysctl kernel.yama.ptrace_scope=0', or " + PRIVILEGE + ".");
    }

    /** What to do when the kernel has refused although nothing seemed to speak against it. */
    String advice(ProcessStatus process) {
        if (yama == ANCESTORS_ONLY && !isPrivileged()) {
            return "Linux lets only a process's ancestors attach to it here (kernel.yama.ptrace_scope is 1): run 'sudo"
                    + " sysctl kernel.yama.ptrace_scope=0', or " + PRIVILEGE
                    + ", or let the program call prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY), or launch it with Twinstack.";
        }
        if (self.filtered()) {
            return "A seccomp filter stands between Twinstack and the kernel, as in many containers: start the container"
                    + " with 'docker run --cap-add=SYS_PTRACE --security-opt seccomp=unconfined'.";
        }
        return "A security module or the namespace of the " + process + " may be the reason: " + PRIVILEGE + ".";
    }

    private boolean isPrivileged() {
        return (self.effective() >> CAP_SYS_PTRACE & 1) != 0;
    }
}
