package dev.twinstack.adapter.dsl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;

/** Commands that run what follows them where something of the kernel's is another (namespaces(7)); a test is skipped where only root may do that. */
final class Namespace {
    private static final String NOBODY_ATTACHES =
            "mkdir -p \"$0/yama\" && echo 3 > \"$0/yama/ptrace_scope\" && mount --bind \"$0\" /proc/sys/kernel && exec \"$@\"";
    private static final List<String> NUMBERS = List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");

    private Namespace() {}

    /** Where Yama forbids every attach, as far as a process can see. */
    static List<String> whereNobodyAttaches() {
        requireRoot();
        String kernel = ScratchDirectory.create("kernel").toString();
        return List.of("unshare", "--mount", "sh", "-c", NOBODY_ATTACHES, kernel);
    }

    /** Where processes have other numbers, each time anew. */
    static List<String> ofNewNumbers() {
        requireRoot();
        return NUMBERS;
    }

    /** Starts a process where others have other numbers, as in a container, which is there as long as that process. */
    static RunningProgram container() {
        requireRoot();
        List<String> command = new ArrayList<>(NUMBERS);
        command.addAll(List.of("sh", "-c", "echo ready; read -r end"));
        return RunningProgram.start(command.toArray(String[]::new)).printed("ready");
    }

    /** Into that one. */
    static List<String> into(RunningProgram container) {
        ProcessHandle first = ProcessHandle.of(container.pid())
                .flatMap(unshare -> unshare.children().findFirst())
                .orElseThrow();
        return List.of("nsenter", "--target", Long.toString(first.pid()), "--pid", "--mount");
    }

    private static void requireRoot() {
        assumeTrue(Users.isRoot(), "Only root can show a process another kernel than others see.");
    }
}
