package dev.twinstack.mi;

import java.time.Duration;

/** A program that debugs {@code sleep}, tells the pids of GDB and of {@code sleep}, and waits to be killed. */
final class LonelySession {
    private LonelySession() {}

    public static void main(String[] args) throws InterruptedException {
        GdbProcess gdb = GdbProcess.start(GdbOptions.defaults(), record -> {
            if (record instanceof MiRecord.Async async
                    && async.is(MiRecord.Async.Kind.NOTIFY, "thread-group-started")) {
                System.out.println(async.results().text("pid"));
            }
        });
        System.out.println(gdb.pid());
        Duration soon = Duration.ofSeconds(20);
        gdb.connection().ask(MiCommand.of("-file-exec-and-symbols").parameter("/bin/sleep"), soon);
        gdb.connection().ask(MiCommand.of("-exec-arguments").verbatim("300"), soon);
        gdb.connection().ask(MiCommand.of("-exec-run"), soon);
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
}
