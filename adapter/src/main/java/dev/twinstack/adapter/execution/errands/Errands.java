package dev.twinstack.adapter.execution.errands;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Stop;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.program.ByThread;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Errands: operations of the helpers for which the program has to run in between. Its own threads do what is asked, and then stand again. A client does
 * not see that: for it the program runs or stands as before, and what it knows of a stop stays true. An errand is done as a whole, whatever comes in the
 * meantime: broken off half-way, it would leave the program changed.
 */
public final class Errands {
    /** The operation that carries on an errand after a run, whichever operation has begun it. */
    private static final String GO_ON = "python-stop";

    private static final String STOP = "the program's stop";

    private static final String ENDLESS =
            "The program has not come to an end with what it was to do for the debugger, and stands"
                    + " where that was given up; let it run on.";

    private static final long STANDSTILL_MILLIS = TimeUnit.SECONDS.toMillis(5);
    /** How long a run may take once somebody waits for its end. */
    private static final long HURRY_MILLIS = 500;

    private final Gdb gdb;
    private final Helpers helpers;
    private final Execution execution;
    private final Consumer<MiRecord> posted;
    private boolean stoppedElsewhere;
    private boolean wasInterrupted;
    private boolean hasMoved;
    /** Where the last run has ended. */
    private MiRecord.Async last;

    private volatile boolean underWay;
    /** Gets the next stop, instead of the mailbox. */
    private volatile CompletableFuture<MiRecord.Async> awaited;

    /**
     * @param helpers with no listener for what they change, as none of that is the user's doing
     * @param posted gets the program's own stops that come meanwhile, to be told when the errand is over
     */
    public Errands(Gdb gdb, Helpers helpers, Execution execution, Consumer<MiRecord> posted) {
        this.gdb = gdb;
        this.helpers = helpers;
        this.execution = execution;
        this.posted = posted;
    }

    /** What an operation answers: how the program is to run before it can say more, or its result. */
    public interface Answer<X> {
        Run run();

        X result();
    }

    /**
     * How the program is to run.
     *
     * @param thread the thread that runs for the errand, by GDB's number
     * @param within after how many milliseconds it is interrupted
     * @param breakable whether it is interrupted earlier, as soon as nobody waits for the result any more
     * @param moves whether it is the program's own code that runs, so that the thread stands elsewhere afterwards
     */
    public record Run(int thread, int within, boolean breakable, boolean moves) {}

    /** Whether a record belongs to an errand alone, and nobody else is to get it; on GDB's reader thread, before anybody else does. */
    public boolean takes(MiRecord record) {
        if (!underWay || !(record instanceof MiRecord.Async async)) {
            return false;
        }
        return switch (async.asyncClass()) {
            case "running" -> awaited != null;
            case "stopped" -> takesStop(async);
            case "memory-changed" -> true;
            default -> false;
        };
    }

    /** Gives a stop to the errand that waits for one. The program's end is everybody's concern, and not taken. */
    private boolean takesStop(MiRecord.Async record) {
        CompletableFuture<MiRecord.Async> waiting = awaited;
        awaited = null;
        if (waiting != null) {
            waiting.complete(record);
        }
        return waiting != null && !(Stop.of(record.results()) instanceof Stop.Exited);
    }

    /** Carries out an operation; returns its result, or nothing when the program ends on the way. Throws as {@link Helpers#call}. */
    public <X, A extends Record & Answer<X>> Optional<X> carryOut(String operation, Record arguments, Class<A> type) {
        return gdb.uninterrupted(() -> {
            underWay = true;
            stoppedElsewhere = false;
            wasInterrupted = false;
            hasMoved = false;
            try {
                ErrandLimit limit = new ErrandLimit();
                A answer = helpers.call(operation, arguments, type);
                while (answer.run() != null) {
                    if (limit.isOver(answer.run(), gdb.isHurried())) {
                        execution.forget(); // it stands elsewhere
                        throw new UserError(ENDLESS);
                    }
                    if (!run(answer.run())) {
                        return Optional.empty();
                    }
                    answer = helpers.call(GO_ON, new GoOn(gdb.hurried().isDone()), type);
                }
                return Optional.of(answer.result());
            } catch (UserError failed) {
                tellWhereItHasMoved();
                throw failed;
            } finally {
                underWay = false;
            }
        });
    }

    /** After a failure: tells where the last run has ended, if the program's own code was running and it was not the debugger that stopped it. */
    private void tellWhereItHasMoved() {
        if (hasMoved && !wasInterrupted && !stoppedElsewhere) {
            post(last);
        }
    }

    private void post(MiRecord.Async stop) {
        stoppedElsewhere = true;
        execution.untoldStops().met(() -> posted.accept(stop));
    }

    /** {@code hurry}: the errand is to end as soon as it can. */
    private record GoOn(boolean hurry) {}

    /** Lets the program run, and waits until it stands; returns whether it is still there. */
    private boolean run(Run run) {
        CompletableFuture<MiRecord.Async> stop = new CompletableFuture<>();
        awaited = stop;
        gdb.send(MiCommand.of("-exec-continue").option("--thread", Integer.toString(run.thread())))
                .whenComplete((runs, refused) -> {
                    if (refused != null) {
                        stop.completeExceptionally(refused);
                    }
                });
        try {
            MiRecord.Async record = standing(stop, run);
            Stop stood = Stop.of(record.results());
            wasInterrupted = stood instanceof Stop.Signalled;
            hasMoved |= run.moves;
            last = record;
            if (isTheProgramsOwn(stood, run.thread())) {
                post(record);
            }
            execution.unseenStops().stood(stood);
            return !(stood instanceof Stop.Exited);
        } finally {
            awaited = null;
        }
    }

    /** Whether a stop is none of the debugger's doing: a signal that was not sent to make the program stand, or any stop of a thread that does not run for the errand. */
    private static boolean isTheProgramsOwn(Stop stop, int thread) {
        return stop instanceof Stop.Signalled signalled
                ? signalled.isTheProgramsOwn()
                : !(stop instanceof Stop.Exited) && stop.thread() != thread;
    }

    /** Whether the program has stopped for a reason of its own during the last errand; that stop is told after the errand. */
    public boolean haveStoppedElsewhere() {
        return stoppedElsewhere;
    }

    /** Whether the program stands elsewhere after the last errand. {@code failed}: the errand failed, so that a thread that was interrupted has not come back. */
    boolean haveMoved(boolean failed) {
        return hasMoved || failed && wasInterrupted;
    }

    private MiRecord.Async standing(CompletableFuture<MiRecord.Async> stop, Run run) {
        CompletableFuture<MiRecord.Async> limited = within(stop, run.within);
        long patience = run.breakable ? 0 : HURRY_MILLIS;
        gdb.hurried().thenRun(() -> limited.completeOnTimeout(null, patience, TimeUnit.MILLISECONDS));
        MiRecord.Async record = gdb.await(STOP, limited);
        if (record == null) {
            execution.inferior().interruptAlone();
            record = gdb.await(STOP, within(stop, STANDSTILL_MILLIS));
        }
        if (record == null) {
            execution.running(ByThread.ALL);
            throw new UserError("The program runs, and does not stand again; pause it to see where it is.");
        }
        return record;
    }

    /** The stop, or null when it has not come within that time. */
    private static CompletableFuture<MiRecord.Async> within(CompletableFuture<MiRecord.Async> stop, long milliseconds) {
        return stop.copy().completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS);
    }
}
