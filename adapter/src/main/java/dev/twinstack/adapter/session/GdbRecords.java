package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.BreakpointNews;
import dev.twinstack.adapter.execution.Stops;
import dev.twinstack.adapter.execution.Threads;
import dev.twinstack.adapter.execution.inferior.Execution;
import dev.twinstack.adapter.execution.inferior.Recording;
import dev.twinstack.adapter.gdb.Gdb;
import dev.twinstack.adapter.memory.Changes;
import dev.twinstack.adapter.modules.Modules;
import dev.twinstack.adapter.program.ByThread;
import dev.twinstack.adapter.program.ProgramState;
import dev.twinstack.mi.MiBreakpoint;
import dev.twinstack.mi.MiLibrary;
import dev.twinstack.mi.MiRecord;
import dev.twinstack.mi.MiValue;
import java.util.List;

/** What GDB says unasked, handed to the concern that it is about (GDB manual, "GDB/MI Async Records"); on the session thread. */
public final class GdbRecords {
    /** Records that GDB prints often, and that nothing here is interested in. */
    private static final List<String> UNHEARD = List.of("cmd-param-changed", "breakpoint-created");

    private final Gdb gdb;
    private final Session session;
    private final Shutdown shutdown;
    private final Execution execution;
    private final ProgramState program;
    private final Recording recording;
    private final Stops stops;
    private final Threads threads;
    private final BreakpointNews breakpoints;
    private final Modules modules;
    private final Changes changes;
    private final HelperEvents helperEvents;

    public GdbRecords(
            Gdb gdb,
            Session session,
            Shutdown shutdown,
            Execution execution,
            Stops stops,
            Threads threads,
            BreakpointNews breakpoints,
            Modules modules,
            Changes changes,
            HelperEvents helperEvents) {
        this.gdb = gdb;
        this.session = session;
        this.shutdown = shutdown;
        this.execution = execution;
        this.program = execution.program();
        this.recording = execution.recording();
        this.stops = stops;
        this.threads = threads;
        this.breakpoints = breakpoints;
        this.modules = modules;
        this.changes = changes;
        this.helperEvents = helperEvents;
    }

    /** Whether a record is of interest. Not those of parameters, which the helpers set and set back for each page of variables, and of new breakpoints. */
    public static boolean isHeard(MiRecord record) {
        return record instanceof MiRecord.Stream
                || record instanceof MiRecord.Async async && !UNHEARD.contains(async.asyncClass());
    }

    /** Handles a record, unless the GDB that printed it has been ended since. */
    public void received(MiRecord record) {
        if (!gdb.isInUse()) {
            return;
        }
        if (record instanceof MiRecord.Async async) {
            notified(async.asyncClass(), async.results());
        } else if (record instanceof MiRecord.Stream stream) {
            recording.said(stream.text());
            helperEvents.said(stream.text());
        }
    }

    private static int threadOrAll(String id) {
        return id.equals("all") ? ByThread.ALL : Integer.parseInt(id);
    }

    private void notified(String name, MiValue.Tuple results) {
        switch (name) {
            case "stopped" -> {
                modules.settled();
                stops.stopped(results);
                if (gdb.isInUse()) { // unless it was the stop in which the program was let go
                    modules.tellSources();
                }
            }
            case "running" -> execution.running(threadOrAll(results.text("thread-id")));
            case "thread-group-started" -> session.processStarted(Long.parseLong(results.text("pid")));
            case "thread-group-exited" -> shutdown.processLeft();
            case "thread-created" -> threads.created(results.integer("id"));
            case "thread-exited" -> threads.exited(results.integer("id"));
            case "record-started" -> recording.started();
            case "record-stopped" -> recording.stopped();
            case "library-loaded" -> modules.loaded(MiLibrary.of(results));
            case "library-unloaded" -> modules.unloaded(MiLibrary.of(results));
            case "breakpoint-deleted" -> breakpoints.deleted(results.text("id"));
            case "breakpoint-modified" -> breakpoints.modified(MiBreakpoint.of(results));
            case "memory-changed" -> memoryChanged(results);
            default -> {
                // What else GDB notifies of (commands typed, say) changes nothing that a client sees.
            }
        }
    }

    /** Tells of memory that the user has written. What is written while the program runs is the debugger's own doing. */
    private void memoryChanged(MiValue.Tuple results) {
        if (program.isStopped()) {
            changes.memoryChanged(results.text("addr"), Integer.decode(results.text("len")));
        }
    }
}
