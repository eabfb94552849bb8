package dev.twinstack.adapter.session;

import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.dap.SessionThread;
import dev.twinstack.adapter.execution.Execution;
import dev.twinstack.adapter.output.DebuggeeTerminal;
import dev.twinstack.mi.MiCommand;
import dev.twinstack.mi.MiException;
import dev.twinstack.mi.MiTranscript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.debug.DisconnectArguments;

/**
 * The end of a session: the program's own end, terminate, disconnect, a client that is gone, a GDB that is gone. Whatever comes first, all
 * of the program's output is sent, and no process, socket or file is left behind.
 */
public final class Shutdown {
    private final SessionThread thread;
    private final Events events;
    private final Gdb gdb;
    private final Execution execution;
    private final DebuggeeTerminal terminal;
    private final SessionDirectory directory;
    private final MiTranscript transcript;
    private Path transcriptFile;
    private long pid;
    private boolean ended;

    public Shutdown(
            SessionThread thread,
            Events events,
            Gdb gdb,
            Execution execution,
            DebuggeeTerminal terminal,
            SessionDirectory directory,
            MiTranscript transcript) {
        this.thread = thread;
        this.events = events;
        this.gdb = gdb;
        this.execution = execution;
        this.terminal = terminal;
        this.directory = directory;
        this.transcript = transcript;
    }
}
