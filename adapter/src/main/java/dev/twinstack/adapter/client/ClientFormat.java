package dev.twinstack.adapter.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.lsp4j.debug.EvaluateArgumentsContext;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.InitializeRequestArgumentsPathFormat;

/** How this client counts lines and columns and what it can show (DAP: InitializeRequestArguments). */
public final class ClientFormat {
    /** The ids of clients that name no context for an expression, and evaluate only what their user types: Helix. */
    private static final Set<String> TYPING = Set.of("hx");

    /** The ids of clients that show no output of the category {@code important}: Emacs's dape. */
    private static final Set<String> WITHOUT_IMPORTANT = Set.of("dape");

    private int firstLine = 1;
    private int firstColumn = 1;
    private boolean uris;
    private boolean variableType;
    private boolean memoryReferences;
    private boolean memoryEvents;
    private boolean invalidations;
    private boolean startDebugging;
    private boolean terminals;
    private boolean progress;
    private boolean typing;
    private boolean important = true;

    public void use(InitializeRequestArguments client) {
        firstLine = Boolean.FALSE.equals(client.getLinesStartAt1()) ? 0 : 1;
        firstColumn = Boolean.FALSE.equals(client.getColumnsStartAt1()) ? 0 : 1;
        uris = InitializeRequestArgumentsPathFormat.URI.equals(client.getPathFormat());
        variableType = Boolean.TRUE.equals(client.getSupportsVariableType());
        invalidations = Boolean.TRUE.equals(client.getSupportsInvalidatedEvent());
        startDebugging = Boolean.TRUE.equals(client.getSupportsStartDebuggingRequest());
        terminals = Boolean.TRUE.equals(client.getSupportsRunInTerminalRequest());
        memoryReferences = Boolean.TRUE.equals(client.getSupportsMemoryReferences());
        progress = Boolean.TRUE.equals(client.getSupportsProgressReporting());
        memoryEvents = Boolean.TRUE.equals(client.getSupportsMemoryEvent());
        String id = client.getClientID() == null ? "" : client.getClientID();
        typing = TYPING.contains(id);
        important = !WITHOUT_IMPORTANT.contains(id);
    }

    /** The client's number of a line counted from 1. */
    public int line(int fromOne) {
        return fromOne - 1 + firstLine;
    }

    /** The line, counted from 1, of a client's number. */
    public int fromClientLine(int line) {
        return line - firstLine + 1;
    }

    /** The client's number of a column counted from 0. */
    public int column(int fromZero) {
        return fromZero + firstColumn;
    }

    /** The column, counted from 0, of a client's number. */
    public int fromClientColumn(int column) {
        return column - firstColumn;
    }

    /** Whether the client writes paths of sources as URIs. */
    public boolean writesUris() {
        return uris;
    }

    /** An absolute path as such a client writes it. */
    public static String uri(String path) {
        return "file://" + Path.of(path).toUri().getRawPath();
    }

    /** The path that the client means; null for null. A {@code file:} URI is also taken from a client that writes paths; one that is malformed stays as it is. */
    public String fromClientPath(String path) {
        if (path == null || !path.startsWith("file:")) {
            return path;
        }
        try {
            return Path.of(new URI(path)).toString();
        } catch (URISyntaxException | IllegalArgumentException noUri) {
            return path;
        }
    }

    /** What an expression is evaluated for: the client's {@code context} or, for a client that only ever sends what its user types, {@code repl}; else null. */
    public String evaluationContext(String context) {
        return context == null && typing ? EvaluateArgumentsContext.REPL : context;
    }

    /** Whether the client shows output of the category {@code important}. */
    public boolean showsImportant() {
        return important;
    }

    /** Whether the client starts further sessions when it is asked to. */
    public boolean startsSessions() {
        return startDebugging;
    }

    /** Whether the client shows the types of variables. */
    public boolean showsTypes() {
        return variableType;
    }

    /** Whether the client opens terminals for programs. */
    public boolean opensTerminals() {
        return terminals;
    }

    /** Whether the client takes the event {@code invalidated}, upon which it asks again for what it shows. */
    public boolean takesInvalidations() {
        return invalidations;
    }

    /** Whether the client shows the progress of what takes long. */
    public boolean takesProgress() {
        return progress;
    }

    /** Whether the client wants to know where in memory values lie. */
    public boolean takesMemoryReferences() {
        return memoryReferences;
    }

    /** Whether the client reads memory anew when it is told that it has changed. */
    public boolean takesMemoryEvents() {
        return memoryEvents;
    }
}
