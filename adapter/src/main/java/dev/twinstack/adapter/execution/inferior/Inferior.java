package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.util.Optional;

/** The process that GDB holds, its inferior: how it is taken hold of, and made to stand. {@link Termination} ends it. */
public final class Inferior {
    private final Gdb gdb;
    private final InferiorOperations operations;
    private final Resumes resumes;
    private final ProgramState program;
    private final Standing standing;
    private final Recording recording;
    private final StopSignal stopSignal;
    private Runnable atStop;
    private long pid;
    /** Volatile, because the gate asks for it on the reader thread, too. */
    private volatile boolean attached;

    private boolean remote;

    Inferior(
            Gdb gdb,
            InferiorOperations operations,
            Resumes resumes,
            ProgramState program,
            Standing standing,
            Recording recording,
            StopSignal stopSignal) {
        this.gdb = gdb;
        this.operations = operations;
        this.resumes = resumes;
        this.program = program;
        this.standing = standing;
        this.recording = recording;
        this.stopSignal = stopSignal;
    }

    /** Takes hold of a process that runs; {@code standing} follows when it stands, or when it is gone. */
    public void attach(long processId, Runnable standing) {
        atStop = standing;
        attached = true;
        gdb.ask(MiCommand.of("-target-attach").parameter(Long.toString(processId)));
    }

    /** Takes hold of what a remote target holds; {@code standing} as in {@link #attach}. A launched one ends with the session. */
    public void awaitRemote(boolean launched, Runnable standing) {
        atStop = standing;
        attached = !launched;
        remote = true;
    }

    /** The remote target holds no program yet. */
    public void expectNoStop() {
        atStop = null;
    }

    /** Whether the program is a process of another machine, whose number means nothing on this one. */
    public boolean isRemote() {
        return remote;
    }

    /** Whether the program ran before it was debugged, and is to run on after that. */
    public boolean isAttached() {
        return attached;
    }

    /** The program is a process now. */
    void started(long processId) {
        pid = processId;
    }

    /** The number of the process; 0 while there is none. */
    public long pid() {
        return pid;
    }

    /** Makes the program stand. While GDB shows a recording it takes no commands, so GDB itself is interrupted then. */
    void interrupt() {
        if (recording.isInHistory()) {
            gdb.interrupt();
        } else if (remote) {
            operations.interrupt(false);
        } else {
            stopSignal.send();
        }
    }

    /** As {@link #interrupt}, for a thread that runs alone: a signal that was sent before may wait in another thread. */
    public void interruptAlone() {
        if (stopSignal.isOwed()) {
            stopSignal.sendAnother();
        } else {
            interrupt();
        }
    }

    /** In non-stop mode: makes that thread stand. GDB then tells of a signal "0", and leaves none behind. */
    void interrupt(int thread) {
        gdb.ask(MiCommand.of("-exec-interrupt").option("--thread", Integer.toString(thread)));
    }

    /**
     * Runs {@code action} once the program stands for good, or is gone; no client is told of that stop. In non-stop mode it runs at once, as GDB then kills
     * and lets go of a program that runs.
     */
    public void standStill(Runnable action) {
        if (program.isNonStop()) {
            action.run();
            return;
        }
        if (!program.isStopped()) {
            interrupt();
            atStop = action;
            return;
        }
        atStop = action;
        if (!waitsForStopSignal()) {
            actAtStop();
        }
    }

    /** Whether an action waits for the program to stand. */
    public boolean isAwaited() {
        return atStop != null;
    }

    /** Drops the action that waits for the program to stand; the program runs on from that stop. Returns whether an action waited. */
    public boolean callOff() {
        boolean awaited = atStop != null;
        atStop = null;
        return awaited;
    }

    /** The program, or a thread of it, stands: runs the action that waits for that. Returns whether one waited, so that no client is told. */
    boolean takeStop() {
        boolean awaited = atStop != null;
        if (awaited && standing.all() && !waitsForStopSignal()) {
            actAtStop();
        }
        return awaited;
    }

    /** The program is gone. Returns as {@link #takeStop}. */
    boolean takeEnd() {
        boolean awaited = atStop != null;
        actAtStop();
        return awaited;
    }

    /** Asks GDB whether any thread of the program stands, whatever its records have said until now. */
    public boolean stands() {
        return gdb.ask(MiCommand.of("-thread-info")).list("threads").tuples().stream()
                .anyMatch(thread -> thread.findText("state").equals(Optional.of("stopped")));
    }

    /** Whether a thread stands at an address, as GDB writes it; true where GDB cannot say. */
    public boolean standsAt(int thread, String address) {
        MiCommand where = MiCommand.of("-stack-info-frame")
                .option("--thread", Integer.toString(thread))
                .option("--frame", "0");
        try {
            return gdb.ask(where).tuple("frame").text("addr").equals(address);
        } catch (MiErrorException unreadable) {
            return true;
        }
    }

    /** There is no process any more, and none that was asked for. */
    void reset() {
        atStop = null;
        pid = 0;
        attached = false;
        remote = false;
    }

    /** Whether the stop signal still waits in the program, which then runs on until GDB has reported it: a program that is let go of before would stop for ever. */
    private boolean waitsForStopSignal() {
        if (stopSignal.isOwed()) {
            resumes.runOn();
        }
        return stopSignal.isOwed();
    }

    private void actAtStop() {
        Runnable action = atStop;
        atStop = null;
        if (action != null) {
            action.run();
        }
    }
}
