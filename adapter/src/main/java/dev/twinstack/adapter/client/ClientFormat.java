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

    /** The ids of clients that count where a completion begins from 0, whatever they say of columns: VS Code, nvim-dap. */
    private static final Set<String> COMPLETING_FROM_0 = Set.of("vscode", "neovim");

    /** The ids of clients that ask for what a lazy variable opens into when their user wants it, and not before: VS Code. DAP has no capability for it. */
    private static final Set<String> LAZY = Set.of("vscode");

    private InitializeRequestArguments client = new InitializeRequestArguments();

    public void use(InitializeRequestArguments arguments) {
        client = arguments;
    }

    private int firstLine() {
        return Boolean.FALSE.equals(client.getLinesStartAt1()) ? 0 : 1;
    }

    private int firstColumn() {
        return Boolean.FALSE.equals(client.getColumnsStartAt1()) ? 0 : 1;
    }

    private boolean isOneOf(Set<String> ids) {
        return client.getClientID() != null && ids.contains(client.getClientID());
    }

    /** The client's number of a line counted from 1. */
    public int line(int fromOne) {
        return fromOne - 1 + firstLine();
    }

    /** The line, counted from 1, of a client's number. */
    public int fromClientLine(int line) {
        return line - firstLine() + 1;
    }

    /** The client's number of a column counted from 0. */
    public int column(int fromZero) {
        return fromZero + firstColumn();
    }

    /** The client's number of where a completion begins, counted from 0. */
    public int completionStart(int fromZero) {
        return isOneOf(COMPLETING_FROM_0) ? fromZero : column(fromZero);
    }

    /** The column, counted from 0, of a client's number. */
    public int fromClientColumn(int column) {
        return column - firstColumn();
    }

    /** Whether the client writes paths of sources as URIs. */
    public boolean writesUris() {
        return InitializeRequestArgumentsPathFormat.URI.equals(client.getPathFormat());
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
        return context == null && isOneOf(TYPING) ? EvaluateArgumentsContext.REPL : context;
    }

    /** Whether the client shows output of the category {@code important}. */
    public boolean showsImportant() {
        return !isOneOf(WITHOUT_IMPORTANT);
    }

    /** Whether the client lets its user say when the value of a variable is to be made (DAP: VariablePresentationHint.lazy). */
    public boolean showsLazily() {
        return isOneOf(LAZY);
    }

    /** Whether the client starts further sessions when it is asked to. */
    public boolean startsSessions() {
        return Boolean.TRUE.equals(client.getSupportsStartDebuggingRequest());
    }

    /** Whether the client shows the types of variables. */
    public boolean showsTypes() {
        return Boolean.TRUE.equals(client.getSupportsVariableType());
    }

    /** Whether the client opens terminals for programs. */
    public boolean opensTerminals() {
        return Boolean.TRUE.equals(client.getSupportsRunInTerminalRequest());
    }

    /** Whether the client takes the event {@code invalidated}, upon which it asks again for what it shows. */
    public boolean takesInvalidations() {
        return Boolean.TRUE.equals(client.getSupportsInvalidatedEvent());
    }

    /** Whether the client shows the progress of what takes long. */
    boolean takesProgress() {
        return Boolean.TRUE.equals(client.getSupportsProgressReporting());
    }

    /** Whether the client wants to know where in memory values lie. */
    public boolean takesMemoryReferences() {
        return Boolean.TRUE.equals(client.getSupportsMemoryReferences());
    }

    /** Whether the client reads memory anew when it is told that it has changed. */
    public boolean takesMemoryEvents() {
        return Boolean.TRUE.equals(client.getSupportsMemoryEvent());
    }
}
