package dev.twinstack.adapter.execution;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.python.Helpers;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Operations of the helpers for which the program has to run in between: its own threads do what is asked, and stand again behind it. No
 * client sees that; to it the program runs, or stands, as before, and what it knows of a stop stays true. An errand is straight-line and
 * ends as a whole, whatever comes in the meantime: a program that is left half-way in one is not as it was.
 */
public final class Errands {
    /** What carries an errand on behind a run, whatever has begun it. */
    private static final String GO_ON = "python-stop";

    /** GDB's names for what makes a program stand. */
    private static final Set<String> INTERRUPTS = Set.of("SIGSTOP", "SIGINT", "SIGTRAP", "0");

    private static final String STOPPED_ELSEWHERE =
            "The program has stopped for another reason before it was done; let it run on, and try again.";

    private static final long STANDSTILL_MILLIS = TimeUnit.SECONDS.toMillis(5);
    /** How long a run may take once the session is to end. */
    private static final long HURRY_MILLIS = 200;
    /** How often it is looked whether a run is still wanted. */
    private static final long LOOK_MILLIS = 50;

    private final Gdb gdb;
    private final Helpers helpers;
    private final Execution execution;
    private final Consumer<MiRecord> posted;
    private final BooleanSupplier isCancelled;
    private boolean stoppedElsewhere;
    private volatile boolean underWay;
    /** Gets the next stop, instead of the mailbox. */
    private volatile CompletableFuture<MiRecord.Async> awaited;

    /**
     * {@code helpers} tell nobody of what they change: none of that is the user's. {@code posted} gets a stop of the program's own that came
     * meanwhile, when the errand is over. {@code isCancelled}: whether the client has taken back the request at hand.
     */
    public Errands(
            Gdb gdb, Helpers helpers, Execution execution, Consumer<MiRecord> posted, BooleanSupplier isCancelled) {
        this.gdb = gdb;
        this.helpers = helpers;
        this.execution = execution;
        this.posted = posted;
        this.isCancelled = isCancelled;
    }

    /** What an operation answers: how the program is to run before it can say more, or its result. */
    public interface Answer<X> {
        Run run();

        X result();
    }

    /**
     * A run of the program, by one thread of GDB's number, which is interrupted after that many milliseconds; {@code breakable}: or as soon as
     * nobody wants to know any more.
     */
    public record Run(int thread, int within, boolean breakable) {}

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
            try {
                A answer = helpers.call(operation, arguments, type);
                while (answer.run() != null) {
                    if (!run(answer.run())) {
                        return Optional.empty();
                    }
                    answer = helpers.call(GO_ON, new Helpers.Nothing(), type);
                }
                return Optional.of(answer.result());
            } finally {
                underWay = false;
            }
        });
    }

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
            if (isTheProgramsOwn(stood)) {
                posted.accept(record);
                stoppedElsewhere = true;
                throw new UserError(STOPPED_ELSEWHERE);
            }
            execution.unseenStops().stood(stood);
            return !(stood instanceof Stop.Exited);
        } finally {
            awaited = null;
        }
    }

    /** A signal that nobody has sent to make it stand. */
    private static boolean isTheProgramsOwn(Stop stop) {
        return stop instanceof Stop.Signalled signalled && !INTERRUPTS.contains(signalled.signal());
    }

    /** Whether the last errand has failed because the program has stopped for a reason of its own, which is told behind it. */
    boolean haveStoppedElsewhere() {
        return stoppedElsewhere;
    }

    private MiRecord.Async standing(CompletableFuture<MiRecord.Async> stop, Run run) {
        MiRecord.Async record = run.breakable ? whileWanted(stop, run.within) : within(stop, hurried(run.within));
        if (record == null) {
            execution.inferior().interrupt();
            record = within(stop, STANDSTILL_MILLIS);
        }
        if (record == null) {
            execution.running(Standing.ALL);
            throw new UserError("The program runs, and does not stand again; pause it to see where it is.");
        }
        return record;
    }

    private MiRecord.Async whileWanted(CompletableFuture<MiRecord.Async> stop, long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        MiRecord.Async record = null;
        while (record == null && System.nanoTime() < end && !gdb.isLeaving() && !isCancelled.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
            record = within(stop, Math.min(left, LOOK_MILLIS));
        }
        return record;
    }

    private long hurried(long milliseconds) {
        return gdb.isLeaving() ? Math.min(milliseconds, HURRY_MILLIS) : milliseconds;
    }

    /** The stop, or null when it has not come by then. */
    private MiRecord.Async within(CompletableFuture<MiRecord.Async> stop, long milliseconds) {
        return gdb.await(
                "the program's stop", stop.copy().completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS));
    }
}
