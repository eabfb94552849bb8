package dev.twinstack.adapter.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a process run on that a signal has stopped. */
public final class StoppedProcess {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedProcess.class);
    private static final int SECONDS = 5;

    private StoppedProcess() {}

    /** Sends SIGCONT; Java itself cannot, and the kill built into the shell needs no package. */
    public static void resume(long pid) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -CONT " + pid)
                    .redirectErrorStream(true)
                    .start();
            if (!kill.waitFor(SECONDS, TimeUnit.SECONDS)) {
                kill.destroyForcibly();
            }
        } catch (IOException failure) {
            LOG.warn("The process {} stays stopped, because sh cannot be started", pid, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
