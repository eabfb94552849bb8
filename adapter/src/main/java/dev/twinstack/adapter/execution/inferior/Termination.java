package dev.twinstack.adapter.execution.inferior;

import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiErrorException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program's end by the debugger's doing: it is asked to end, or ended whatever it does. */
public final class Termination {
    private static final Logger LOG = LoggerFactory.getLogger(Termination.class);
    private static final int PATIENCE_SECONDS = 2;

    private final Gdb gdb;
    private final InferiorOperations operations;
    private final Resumes resumes;
    private final ProgramState program;
    private final Recording recording;
    private final Inferior inferior;
    private boolean asked;
    private boolean dying;

    Termination(
            Gdb gdb,
            InferiorOperations operations,
            Resumes resumes,
            ProgramState program,
            Recording recording,
            Inferior inferior) {
        this.gdb = gdb;
        this.operations = operations;
        this.resumes = resumes;
        this.program = program;
        this.recording = recording;
        this.inferior = inferior;
    }

    /**
     * Asks the program to end (SIGTERM), and lets it run so that it can. A program that is just starting is asked as soon as it is a process; if GDB shows a
     * recording, that is ended first. In non-stop mode a standing thread takes a signal that kills, and no other is resumed: GDB does not tell of the end of
     * a program that dies while GDB steps its threads over their breakpoints (13.1), or resumes them one by one (18.1).
     */
    public void ask() {
        if (inferior.isRemote()) {
            inferior.standStill(() -> resumes.signal("SIGTERM"));
            return;
        }
        asked = true;
        if (recording.isInHistory()) {
            inferior.standStill(this::leaveHistory);
        } else if (inferior.pid() != 0) {
            gdb.ask(MiCommand.console("handle SIGTERM nostop noprint pass"));
            dying = operations.diesOf("TERM");
            if (dying && program.isNonStop() && program.isStopped()) {
                resumes.signal(program.stoppedThread(), "SIGTERM");
            } else {
                askWhileItRuns();
            }
        }
    }

    private void askWhileItRuns() {
        if (program.isNonStop()) {
            runOn();
        }
        signal("TERM", ProcessHandle::destroy);
        runOn();
    }

    private void leaveHistory() {
        recording.stop();
        ask();
    }

    private void runOn() {
        if (program.isStopped()) {
            runToItsEnd();
        }
    }

    /** The program is a process now: it is asked if it was to be. */
    void started() {
        if (asked) {
            ask();
        }
    }

    /** Whether the program was asked to end. */
    public boolean isAsked() {
        return asked;
    }

    /** Lets a program run that was asked to end; it may run already, or have ended, before GDB gets the command. */
    public void runToItsEnd() {
        try {
            resumes.runOn();
        } catch (MiErrorException alreadyDoes) {
            LOG.debug("The program was not resumed to end", alreadyDoes);
        }
    }

    /** Whether the program was sent a SIGTERM that kills it, so that it will not run any more of its own code. */
    public boolean isDying() {
        return dying && !inferior.isAwaited();
    }

    /** Ends the program, whatever it does; a remote one must stand. */
    public void kill() {
        if (inferior.isRemote()) {
            discard();
        } else {
            signal("KILL", ProcessHandle::destroyForcibly);
        }
    }

    /** Ends the program, which stands; GDB keeps what is set for the next run. */
    public void discard() {
        operations.kill();
    }

    /** Sends the program a signal: on another machine by GDB, on this one without, whatever GDB is doing. */
    private void signal(String name, Consumer<ProcessHandle> here) {
        if (gdb.isElsewhere()) {
            operations.signal(name);
        } else {
            ProcessHandle.of(inferior.pid()).ifPresent(here);
        }
    }

    /**
     * Ends a program that was launched on another machine, with its children; on this machine the end of GDB does that. Bounded, and never throws: GDB, which ends
     * next, takes the program with it anyway.
     */
    public void endWithChildren() {
        if (!gdb.isElsewhere() || inferior.isAttached() || !program.isAlive()) {
            return;
        }
        try {
            gdb.await(
                    "the end of the program's children",
                    operations.endDescendants().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (RuntimeException failed) {
            LOG.warn("Children of the program may be left where it ran", failed);
        }
    }

    /** There is no process any more, and none that was asked to end. */
    void reset() {
        asked = false;
        dying = false;
    }
}
