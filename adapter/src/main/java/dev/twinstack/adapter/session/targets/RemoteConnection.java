package dev.twinstack.adapter.session.targets;

import dev.twinstack.adapter.attach.ListeningProcess;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.launch.Remote;
import dev.twinstack.adapter.launch.RemoteAddress;
import dev.twinstack.adapter.session.stub.StartedServer;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiRecord;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How GDB is connected to a stub, whose server may have to be started first, and what is said when it cannot be. */
public final class RemoteConnection {
    /**
     * The setting by which GDB drives the stub thread by thread, as it drives a process of this machine. Only then does a stub take breakpoints, or the end of
     * the session, while its program runs; not every stub can.
     */
    private static final String BY_THREADS = "maint set target-non-stop ";

    /** The programs whose stub takes one connection only and cannot be driven thread by thread (it knows no {@code QNonStop}): QEMU's user mode and rr. */
    private static final Pattern SIMPLE = Pattern.compile("qemu-.*|rr");

    private static final Pattern NO_THREADS = Pattern.compile("[Nn]on-stop");
    private static final Pattern UNRESOLVED = Pattern.compile("cannot resolve name: (.*)");

    private static final Pattern WARNED = Pattern.compile("warning: (.*(?:not compatible|unknown architecture).*)");
    private static final Pattern REGISTERS = Pattern.compile("(.*(?:'g' packet reply|register set|ISA).*)");

    private final SessionThread thread;
    private final Gdb gdb;
    private final StartedServer server;
    private final Events events;
    private final StringBuffer said = new StringBuffer();
    /** Of the connection that was opened last. */
    private PreparationSteps steps = new PreparationSteps();

    private RemoteAddress address;

    public RemoteConnection(SessionThread thread, Gdb gdb, StartedServer server, Events events) {
        this.thread = thread;
        this.gdb = gdb;
        this.server = server;
        this.events = events;
    }

    /** Completed on the session thread; fails with a {@link UserError}. A slow link takes its time, and the client may cancel. */
    CompletableFuture<Void> open(Remote remote) {
        PreparationSteps opening = new PreparationSteps();
        steps = opening;
        if (remote.server() == null) {
            connect(remote.address(), "", opening);
        } else {
            String started = remote.server().fileName();
            server.start(remote.server())
                    .whenComplete((port, failure) ->
                            opening.next(failure, () -> connect(remote.address().at(port), started, opening)));
        }
        return opening.end();
    }

    /** Nobody waits for it any more. */
    void giveUp() {
        steps.giveUp();
    }

    /** The server that was started, if one was, holds the program of that number. */
    void serves(long pid) {
        server.runs(pid);
    }

    /** Ends the server, if one was started. */
    void endServer() {
        server.end();
    }

    /** {@code started}: the file name of the server that was started, or empty. */
    private void connect(RemoteAddress stub, String started, PreparationSteps opening) {
        address = stub;
        events.tell("Connecting to " + address.text() + " …");
        select(isSimple(started) ? "off" : "on", opening);
    }

    /** Whether it is known beforehand that the stub cannot be driven thread by thread. To try it would use up the only connection of some. */
    private boolean isSimple(String started) {
        return address.once()
                || SIMPLE.matcher(started).matches() // it may not listen yet
                || address.portHere().stream()
                        .mapToObj(ListeningProcess::on)
                        .flatMap(Optional::stream)
                        .anyMatch(SIMPLE.asMatchPredicate());
    }

    private void select(String byThreads, PreparationSteps opening) {
        said.setLength(0);
        gdb.send(MiCommand.console(BY_THREADS + byThreads));
        MiCommand select = MiCommand.of("-target-select")
                .parameter(address.extended() ? "extended-remote" : "remote")
                .verbatim(address.text());
        gdb.send(select, this::hear)
                .whenComplete((done, failure) ->
                        thread.post(() -> opening.next(() -> answered(byThreads, failure, opening))));
    }

    private void answered(String byThreads, Throwable failure, PreparationSteps opening) {
        String words = failure == null ? "" : words(failure);
        Optional<UserError> other = otherMachine(words);
        if (other.isPresent()) {
            opening.fail(other.get());
        } else if (failure == null) {
            opening.done();
        } else if (byThreads.equals("on") && NO_THREADS.matcher(words).find()) {
            select("off", opening);
        } else {
            opening.fail(refusal(words));
        }
    }

    private void hear(MiRecord record) {
        if (record instanceof MiRecord.Stream stream && stream.kind() == MiRecord.Stream.Kind.LOG) {
            said.append(stream.text());
        }
    }

    private static String words(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage()).strip();
    }

    private UserError refusal(String words) {
        Matcher unresolved = UNRESOLVED.matcher(said);
        String why = unresolved.find()
                ? unresolved.group(1)
                : words.replaceFirst("^" + Pattern.quote(address.text()) + ": ", "");
        return new UserError("GDB could not connect to the target '" + address.text() + "' ("
                + why.replaceFirst("[.]$", "")
                + "); check that a gdbserver or another stub of GDB's remote protocol listens there, for one"
                + " debugger only, and that 'target' is right.");
    }

    /** The refusal of a target of another architecture, about which GDB may only warn; empty for any other. */
    private Optional<UserError> otherMachine(String words) {
        return Stream.of(WARNED.matcher(said), REGISTERS.matcher(words))
                .filter(Matcher::find)
                .findFirst()
                .map(
                        found -> new UserError(
                                "The target '" + address.text()
                                        + "' is of another architecture than this GDB or 'program' is made for ("
                                        + found.group(1).replaceFirst("[.]$", "")
                                        + "); set 'gdb' to a GDB for it, such as gdb-multiarch, and 'program' to what the target runs."));
    }
}
