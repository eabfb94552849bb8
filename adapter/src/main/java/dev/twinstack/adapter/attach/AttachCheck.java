package dev.twinstack.adapter.attach;

import dev.twinstack.adapter.dap.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a process cannot be attached to, and what to do about it: as far as possible before GDB tries, and again after GDB has tried in vain. */
public final class AttachCheck {
    private static final Path YAMA = Path.of("/proc/sys/kernel/yama/ptrace_scope");

    private final Ptrace rules;
    private final ProcessStatus process;

    private AttachCheck(Ptrace rules, ProcessStatus process) {
        this.rules = rules;
        this.process = process;
    }

    /** Throws {@link UserError} when it is certain that nobody can attach to the process from here. */
    public static AttachCheck of(long pid) {
        ProcessStatus process = ProcessStatus.read(pid)
                .orElseThrow(() -> new UserError("There is no process " + pid
                        + "; look for its number with 'ps -e', in the container when it runs in one."));
        Ptrace rules = rulesOf(ProcessHandle.current());
        rules.refusal(process).ifPresent(reason -> {
            throw new UserError(reason);
        });
        return new AttachCheck(rules, process);
    }

    /** Why Linux lets no other debugger attach to the children of a program that is debugged from here; empty when it does. */
    public static Optional<String> refusalOfChildren() {
        return rulesOf(ProcessHandle.current()).refusalOfChildren();
    }

    /** Whether a signal has stopped the process, and nobody debugs it. */
    public static boolean isLeftStopped(long pid) {
        return ProcessStatus.read(pid)
                .filter(process -> process.isStopped() && process.tracer() == 0)
                .isPresent();
    }

    static Ptrace rulesOf(ProcessHandle debugger) {
        ProcessStatus self = ProcessStatus.read(debugger.pid()).orElseThrow();
        return new Ptrace(self, ancestors(debugger), yama());
    }

    /** Whether a signal has stopped it, so that it runs only when somebody lets it. */
    public boolean isStopped() {
        return process.isStopped();
    }

    /** The error when GDB could not attach; {@code refused} is GDB's reason. */
    public UserError failed(RuntimeException refused) {
        String advice = refused.getMessage().contains("not permitted")
                ? " " + rules.advice(process)
                : " Check that it still runs.";
        return new UserError("GDB could not attach to the " + process + ": " + refused.getMessage() + advice, refused);
    }

    private static Set<Long> ancestors(ProcessHandle process) {
        return Stream.iterate(
                        process.parent(),
                        parent -> parent.isPresent(),
                        parent -> parent.get().parent())
                .map(parent -> parent.get().pid())
                .collect(Collectors.toSet());
    }

    private static int yama() {
        try {
            return Files.exists(YAMA) ? Integer.parseInt(Files.readString(YAMA).strip()) : 0;
        } catch (IOException | NumberFormatException unreadable) {
            return 0;
        }
    }
}
