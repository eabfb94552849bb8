package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Operations of the helpers for which the program has to run in between: its own threads do what is asked, and stand again behind it. No
 * client sees that; to it the program runs, or stands, as before, and what it knows of a stop stays true. An errand is straight-line and
 * ends as a whole, whatever comes in the meantime: a program that is left half-way in one is not as it was.
 */
public final class Errands {
    /** What carries an errand on behind a run, whatever has begun it. */
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
     * {@code helpers} tell nobody of what they change: none of that is the user's. {@code posted} gets the stops of the program's own that came
     * meanwhile, to be told when the errand is over.
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
     * A run of the program, by one thread of GDB's number, which is interrupted after that many milliseconds; {@code breakable}: or as soon as
     * nobody wants to know any more. {@code moves}: it is the program's own code that runs, which stands elsewhere behind it.
     */
    public record Run(int thread, int within, boolean breakable, boolean moves) {}

    /** Whether a record is of an errand, and nobody else's concern; on GDB's reader thread, before anybody else gets it. */
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

    /** The program's end is everybody's concern. */
    private boolean takesStop(MiRecord.Async record) {
        CompletableFuture<MiRecord.Async> waiting = awaited;
        awaited = null;
        if (waiting != null) {
            waiting.complete(record);
        }
        return waiting != null && !(Stop.of(record.results()) instanceof Stop.Exited);
    }

    /** What an operation comes to; nothing when the program ends on the way. Throws as {@link Helpers#call}. */
    public <X, A extends Record & Answer<X>> Optional<X> carryOut(String operation, Record arguments, Class<A> type) {
        return gdb.wholly(() -> {
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

    /** A program that has met a stop of its own on the way stands there for its user, too. */
    private void tellWhereItHasMoved() {
        if (hasMoved && !wasInterrupted && !stoppedElsewhere) {
            post(last);
        }
    }

    private void post(MiRecord.Async stop) {
        stoppedElsewhere = true;
        execution.earlyStops().met(() -> posted.accept(stop));
    }

    /** {@code hurry}: the errand is to end as soon as it can. */
    private record GoOn(boolean hurry) {}

    /** Whether the program is still there. */
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

    /** A signal that nobody has sent to make it stand, or any other stop of another thread than the one that runs for the errand. */
    private static boolean isTheProgramsOwn(Stop stop, int thread) {
        return stop instanceof Stop.Signalled signalled
                ? signalled.isTheProgramsOwn()
                : !(stop instanceof Stop.Exited) && stop.thread() != thread;
    }

    /** Whether the program has stopped for a reason of its own during the last errand, which is told behind it. */
    boolean haveStoppedElsewhere() {
        return stoppedElsewhere;
    }

    /** Whether the program stands elsewhere behind the last errand. {@code failed}: its thread has not come back from where it was interrupted. */
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
            execution.running(Standing.ALL);
            throw new UserError("The program runs, and does not stand again; pause it to see where it is.");
        }
        return record;
    }

    /** The stop, or null when it has not come by then. */
    private static CompletableFuture<MiRecord.Async> within(CompletableFuture<MiRecord.Async> stop, long milliseconds) {
        return stop.copy().completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS);
    }
}
